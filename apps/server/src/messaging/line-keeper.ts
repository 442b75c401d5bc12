import type { Outgoing } from './outgoing.ts'
import { smtpAccountOf } from './smtp-account-of.ts'
import type { SmtpProblem } from './smtp-account.ts'
import { openSmtpLine, type SmtpLine } from './smtp-line.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/** One line at a time, opened when it is needed and kept for the next mail of the same account. */
export interface LineKeeper {
  lineFor(mailbox: Outgoing['mailbox']): Promise<FoundLine>
  isOpen(): boolean
  leave(): void
}

type FoundLine = { outcome: 'open'; line: SmtpLine } | { outcome: 'failed'; problem: SmtpProblem; detail: string }

export function lineKeeper({ config, secretKey, tokenOf, surroundings }: PumpParts): LineKeeper {
  let kept: { line: SmtpLine; account: string } | null = null

  function leave() {
    kept?.line.leave()
    kept = null
  }

  return {
    async lineFor(mailbox) {
      const account = accountOf(mailbox)
      if (kept?.account === account && kept.line.isOpen()) return { outcome: 'open', line: kept.line }
      leave()
      const found = await smtpAccountOf(mailbox, secretKey, tokenOf)
      if (found.outcome === 'failed') return found
      const privateHosts = config.allowPrivateHosts ? 'allowed' : 'refused'
      const opened = await openSmtpLine(found.account, { ...surroundings, privateHosts })
      if (opened.outcome === 'open') kept = { line: opened.line, account }
      return opened
    },
    isOpen: () => kept?.line.isOpen() ?? false,
    leave,
  }
}

/** Which account a mailbox names; another password is another account, and a renewed token is not. */
function accountOf({ smtpHost, smtpPort, smtpSecurity, smtpUsername, smtpPassword, oauthRefreshToken }: Mailbox) {
  const secrets = [smtpPassword, oauthRefreshToken].map((secret) => secret?.toString('base64'))
  return JSON.stringify([smtpHost, smtpPort, smtpSecurity, smtpUsername, ...secrets])
}

type Mailbox = Outgoing['mailbox']
