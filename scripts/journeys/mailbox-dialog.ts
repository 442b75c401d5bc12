import type { Locator, Page } from 'playwright-core'

/** The dialog in which a mailbox is connected, and the steps one takes in it. */
export function mailboxDialog(page: Page) {
  const dialog = page.getByRole('dialog')

  async function setReading(to: 'on' | 'off') {
    const reading = dialog.getByRole('switch', { name: 'Lire cette boîte' })
    if ((await reading.isChecked()) !== (to === 'on')) await reading.click()
  }
  return {
    dialog,
    setReading,
    async begin(address: string): Promise<void> {
      await page.getByRole('button', { name: 'Ajouter une boîte mail' }).first().click()
      await dialog.getByLabel('Adresse e-mail').fill(address)
      await dialog.getByLabel('Adresse e-mail').press('Enter')
    },
    /** A mailbox that only sends, by a server of this machine. */
    async typeServer({ host = '127.0.0.1', port, way = 'none' }: { host?: string; port: number; way?: string }) {
      await setReading('off')
      const server = dialog.getByRole('group', { name: 'Envoi (SMTP)' })
      await server.getByLabel('Chiffrement').selectOption(way)
      await server.getByLabel('Serveur').fill(host)
      await server.getByLabel('Port').fill(String(port))
    },
    password: (at: string): Locator => dialog.getByLabel(`Mot de passe chez ${at}`),
    tryIt: (): Promise<void> => dialog.getByRole('button', { name: 'Continuer' }).click(),
    says: (text: string | RegExp): Promise<void> => dialog.getByText(text).waitFor(),
  }
}
