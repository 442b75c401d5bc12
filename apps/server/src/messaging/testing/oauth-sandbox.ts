import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  address: string
  redirectUri: string
  challenge: string
}

/** As whom the sandbox knows an installation. */
export const sandboxClient = { id: 'comptoir-of-the-tests', secret: 'known to both' }

export type OAuthSandbox = Awaited<ReturnType<typeof startOAuthSandbox>>

/** Stands in for the sign-in of Google and Microsoft: RFC 6749 with PKCE (RFC 7636), the way both speak it. */
export async function startOAuthSandbox({ accessSeconds = 3600 } = {}) {
  const codes = new Map<string, Asked>()
  const refreshTokens = new Map<string, string>()
  const accessTokens = new Map<string, { address: string; until: number }>()
  const counts = { refreshes: 0 }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end()
    const [, provider = '', step] = url.pathname.split('/')
    if (request.method === 'GET' && step === 'authorize') return showPage(url.searchParams, response)
    const form = new URLSearchParams(await bodyOf(request))
    if (step === 'answer') return goBack(form, response)
    if (step === 'token') return tell(response, tokensFor(provider, form))
    response.writeHead(404).end()
  }

  function goBack(form: URLSearchParams, response: ServerResponse) {
    const back = new URL(form.get('redirect_uri')!)
    back.searchParams.set('state', form.get('state')!)
    if (form.get('answer') === 'no') back.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      codes.set(code, {
        address: form.get('address')!,
        redirectUri: back.origin + back.pathname,
        challenge: form.get('challenge')!,
      })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  function tokensFor(provider: string, form: URLSearchParams): object | { error: string } {
    if (form.get('client_id') !== sandboxClient.id || form.get('client_secret') !== sandboxClient.secret)
      return { error: 'invalid_client' }
    if (form.get('grant_type') === 'refresh_token') return refreshed(provider, form.get('refresh_token') ?? '')
    const code = form.get('code') ?? ''
    const asked = codes.get(code)
    codes.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!asked || asked.redirectUri !== form.get('redirect_uri') || asked.challenge !== challenge)
      return { error: 'invalid_grant', error_description: 'The code is not good' }
    return { ...access(asked.address), refresh_token: newRefreshToken(asked.address) }
  }

  function refreshed(provider: string, refreshToken: string) {
    counts.refreshes += 1
    const address = refreshTokens.get(refreshToken)
    if (address === undefined) return { error: 'invalid_grant', error_description: 'Token has been revoked' }
    // Microsoft gives a new one each time, Google keeps the first.
    return provider === 'microsoft' ? { ...access(address), refresh_token: newRefreshToken(address) } : access(address)
  }

  function access(address: string) {
    const token = `access-${randomBytes(16).toString('hex')}`
    accessTokens.set(token, { address, until: Date.now() + accessSeconds * 1000 })
    return { access_token: token, token_type: 'Bearer', expires_in: accessSeconds }
  }

  function newRefreshToken(address: string) {
    const token = `refresh-${randomBytes(16).toString('hex')}`
    refreshTokens.set(token, address)
    return token
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    /** What a mail server of the provider asks. */
    accepts(user: string, accessToken: string) {
      const known = accessTokens.get(accessToken)
      return known !== undefined && known.address === user && known.until > Date.now()
    },
    /** Somebody takes back what they allowed, or changes their password. */
    withdraw(address: string) {
      for (const [token, of] of refreshTokens) if (of === address) refreshTokens.delete(token)
      for (const [token, of] of accessTokens) if (of.address === address) accessTokens.delete(token)
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function showPage(asked: URLSearchParams, response: ServerResponse) {
  const isWhole =
    asked.get('response_type') === 'code' &&
    asked.get('client_id') === sandboxClient.id &&
    asked.get('code_challenge_method') === 'S256' &&
    asked.get('redirect_uri') !== null
  if (!isWhole) return response.writeHead(400).end('This request is not whole')
  const hidden = (name: string, value: string | null) =>
    `<input type="hidden" name="${name}" value="${(value ?? '').replaceAll('"', '&quot;')}">`
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en">
    <title>Sandbox sign-in</title><h1>Sandbox: sign in</h1><form method="post" action="answer">
    ${hidden('redirect_uri', asked.get('redirect_uri'))}${hidden('state', asked.get('state'))}
    ${hidden('challenge', asked.get('code_challenge'))}${hidden('address', asked.get('login_hint'))}
    <p>${asked.get('scope')}</p><button name="answer" value="yes">Allow</button>
    <button name="answer" value="no">Refuse</button></form></html>`)
}

function tell(response: ServerResponse, answer: object) {
  const status = 'error' in answer ? 400 : 200
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(answer))
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
