import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The site of a business, elsewhere: pages by their path, each the markup given. */
export interface ForeignSite {
  url: string
  close(): Promise<void>
}

export async function openForeignSite(pages: Record<string, string>): Promise<ForeignSite> {
  const http = createServer((request, response) => {
    const content = pages[new URL(request.url ?? '/', 'http://localhost').pathname]
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(content === undefined ? '' : page(content))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    // Another name and another port than Comptoir: another origin.
    url: `http://localhost:${(http.address() as AddressInfo).port}`,
    async close() {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

function page(content: string) {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Boulangerie Lambert</title>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 720px; padding: 24px 16px; font: 17px/1.5 Georgia, serif; background: light-dark(#fffaf2, #1d1710); }
</style>
<h1>Boulangerie Lambert</h1><p>Du pain au levain, tous les jours sauf le lundi.</p>
${content}
<footer>Rue Haute 12, Namur</footer></html>`
}
