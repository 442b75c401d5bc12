import { isIP } from 'node:net'
import * as v from 'valibot'

/** Variables whose value may hold a password. */
export const secretive = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'SMTP_URL',
  'SECRET_KEY',
  'GOOGLE_CLIENT_SECRET',
  'MICROSOFT_CLIENT_SECRET',
]

/** Each message continues "PORT must be …". */
export const Variables = v.object({
  PORT: v.optional(port(), '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  COMPTOIR_DATA: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(postgres()),
  DATABASE_DIRECT_URL: v.optional(postgres()),
  PUBLIC_URL: v.optional(
    v.pipe(
      url(['http:', 'https:'], 'an address such as https://comptoir.example.com'),
      v.check(
        (value) => ['', '/'].includes(new URL(value).pathname),
        'an address without a path, such as https://comptoir.example.com',
      ),
      v.transform((value) => new URL(value).origin),
    ),
  ),
  SMTP_URL: v.optional(url(['smtp:', 'smtps:'], 'a mail server such as smtp://user:password@host:587')),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'an e-mail address, with a name or without'),
    ),
  ),
  SECRET_KEY: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  SIGN_UP: v.optional(v.picklist(['closed', 'open'], '"closed" or "open"'), 'closed'),
  TRUST_PROXY: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
      v.check((parts) => parts.every(isNetwork), 'IP addresses or networks such as 10.0.0.0/8, separated by commas'),
    ),
    '',
  ),
  ALLOW_PRIVATE_HOSTS: v.optional(v.picklist(['true', 'false'], '"true" or "false"'), 'false'),
  LOG_LEVEL: v.optional(
    v.picklist(['silent', 'error', 'warn', 'info', 'debug'], '"silent", "error", "warn", "info" or "debug"'),
    'info',
  ),
  UNDO_SEND_SECONDS: v.optional(v.pipe(v.picklist(['0', '10', '30'], '0, 10 or 30'), v.transform(Number)), '10'),
  MAIL_IN_PORT: v.optional(port(), '2525'),
  MAIL_DOMAIN: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'a domain such as comptoir.example.com')),
  ),
  GOOGLE_CLIENT_ID: v.optional(v.string()),
  GOOGLE_CLIENT_SECRET: v.optional(v.string()),
  MICROSOFT_CLIENT_ID: v.optional(v.string()),
  MICROSOFT_CLIENT_SECRET: v.optional(v.string()),
  OAUTH_SANDBOX_URL: v.optional(
    v.pipe(
      url(['http:'], 'an address of this machine such as http://127.0.0.1:9000'),
      v.check(
        (value) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(value).hostname),
        'an address of this machine such as http://127.0.0.1:9000',
      ),
      v.transform((value) => value.replace(/\/$/, '')),
    ),
  ),
})

function port() {
  const message = 'a whole number from 0 to 65535'
  return v.pipe(v.string(), v.regex(/^\d{1,5}$/, message), v.transform(Number), v.maxValue(65_535, message))
}

function postgres() {
  return url(['postgres:', 'postgresql:'], 'a PostgreSQL address such as postgres://user:password@host/database')
}

function url(protocols: string[], message: string) {
  return v.pipe(
    v.string(),
    v.check((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), message),
  )
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (!version || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
