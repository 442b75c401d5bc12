import type { Provider } from './provider.ts'

const appPasswords = 'https://myaccount.google.com/apppasswords'
const yahooPasswords = 'https://login.yahoo.com/account/security'

/** The first that fits is the one. Servers and limits as the providers document them. */
export const knownProviders: Provider[] = [
  {
    id: 'gmail',
    name: 'Gmail',
    domains: /^(gmail|googlemail)\.com$/,
    imap: ['imap.gmail.com', 'tls'],
    smtp: ['smtp.gmail.com', 'tls'],
    signIn: 'google',
    password: 'app',
    helpUrl: appPasswords,
    dailyLimit: 500,
  },
  {
    id: 'google-workspace',
    name: 'Google Workspace',
    mx: /(^|\.)(google|googlemail)\.com$/,
    imap: ['imap.gmail.com', 'tls'],
    smtp: ['smtp.gmail.com', 'tls'],
    signIn: 'google',
    password: 'app',
    helpUrl: appPasswords,
    dailyLimit: 2000,
  },
  {
    id: 'outlook',
    name: 'Outlook.com',
    domains: /^((outlook|hotmail|live)\.[a-z.]+|(msn|windowslive)\.com)$/,
    imap: ['outlook.office365.com', 'tls'],
    smtp: ['smtp-mail.outlook.com', 'starttls'],
    signIn: 'microsoft',
    password: 'refused',
    dailyLimit: 300,
  },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    domains: /\.onmicrosoft\.com$/,
    mx: /\.(mail\.protection\.outlook\.com|mx\.microsoft)$/,
    imap: ['outlook.office365.com', 'tls'],
    smtp: ['smtp.office365.com', 'starttls'],
    signIn: 'microsoft',
    password: 'refused',
    hourlyLimit: 1800,
    dailyLimit: 10_000,
  },
  {
    id: 'icloud',
    name: 'iCloud',
    domains: /^(icloud|me|mac)\.com$/,
    mx: /\.mail\.icloud\.com$/,
    imap: ['imap.mail.me.com', 'tls'],
    smtp: ['smtp.mail.me.com', 'starttls'],
    password: 'app',
    helpUrl: 'https://account.apple.com/account/manage',
    dailyLimit: 1000,
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    domains: /^(yahoo\.[a-z.]+|(ymail|myyahoo|rocketmail)\.com)$/,
    mx: /\.yahoodns\.net$/,
    imap: ['imap.mail.yahoo.com', 'tls'],
    smtp: ['smtp.mail.yahoo.com', 'tls'],
    password: 'app',
    helpUrl: yahooPasswords,
    dailyLimit: 500,
  },
  {
    id: 'aol',
    name: 'AOL',
    domains: /^(aol\.[a-z.]+|aim\.com)$/,
    imap: ['imap.aol.com', 'tls'],
    smtp: ['smtp.aol.com', 'tls'],
    password: 'app',
    helpUrl: 'https://login.aol.com/account/security',
    dailyLimit: 500,
  },
  of('orange', 'Orange', /^(orange|wanadoo)\.fr$/, ['imap.orange.fr', 'tls'], ['smtp.orange.fr', 'tls']),
  of('free', 'Free', /^free\.fr$/, ['imap.free.fr', 'tls', 'local'], ['smtp.free.fr', 'tls', 'local']),
  of(
    'sfr',
    'SFR',
    /^(sfr|neuf|cegetel|club-internet|numericable|9online)\.(fr|com)$/,
    ['imap.sfr.fr', 'tls'],
    ['smtp.sfr.fr', 'tls'],
  ),
  of(
    'la-poste',
    'La Poste',
    /^laposte\.net$/,
    ['imap.laposte.net', 'tls', 'local'],
    ['smtp.laposte.net', 'tls', 'local'],
  ),
  of('bouygues', 'Bouygues Telecom', /^bbox\.fr$/, ['imap4.bbox.fr', 'tls'], ['smtp.bbox.fr', 'tls']),
  of(
    'proximus',
    'Proximus',
    /^(proximus\.be|skynet\.be|belgacom\.net|kidcity\.be)$/,
    ['imap.proximus.be', 'tls'],
    ['relay.proximus.be', 'starttls'],
  ),
  of('telenet', 'Telenet', /^telenet\.be$/, ['imap.telenet.be', 'tls'], ['smtp.telenet.be', 'starttls']),
  of('voo', 'VOO', /^(voo|brutele)\.be$/, ['imap.voo.be', 'tls'], ['smtp.voo.be', 'starttls']),
  of('scarlet', 'Scarlet', /^scarlet\.be$/, ['imap.scarlet.be', 'tls'], ['smtp.scarlet.be', 'starttls']),
  of('gmx', 'GMX', /^gmx\.(com|fr|us|es|ie|it|li|ch)$/, ['imap.gmx.com', 'tls'], ['mail.gmx.com', 'tls']),
  {
    id: 'ovh',
    name: 'OVHcloud',
    domains: /^ovh\.(net|com|fr)$/,
    mx: /(^|\.)(mail\.)?ovh\.(net|com|ca)$/,
    imap: ['ssl0.ovh.net', 'tls'],
    smtp: ['ssl0.ovh.net', 'tls'],
    hourlyLimit: 200,
  },
  carrier('gandi', 'Gandi', /(^|\.)mail\.gandi\.net$/, 'mail.gandi.net'),
  {
    id: 'infomaniak',
    name: 'Infomaniak',
    domains: /^(ik\.me|ikmail\.com|etik\.com)$/,
    mx: /(^|\.)infomaniak\.(ch|com)$/,
    imap: ['mail.infomaniak.com', 'tls'],
    smtp: ['mail.infomaniak.com', 'tls'],
    dailyLimit: 1440,
  },
  carrier('ionos', 'IONOS', /(^|\.)(ionos|1and1)\.fr$/, 'imap.ionos.fr', 'smtp.ionos.fr'),
  carrier('ionos', 'IONOS', /(^|\.)(ionos\.[a-z.]+|kundenserver\.de|1and1\.com)$/, 'imap.ionos.com', 'smtp.ionos.com'),
  { ...carrier('zoho', 'Zoho', /(^|\.)zoho\.eu$/, 'imappro.zoho.eu', 'smtppro.zoho.eu'), domains: /^zoho(mail)?\.eu$/ },
  { ...carrier('zoho', 'Zoho', /(^|\.)zoho\.com$/, 'imap.zoho.com', 'smtp.zoho.com'), domains: /^zoho(mail)?\.com$/ },
  carrier('hostinger', 'Hostinger', /(^|\.)hostinger\.[a-z.]+$/, 'imap.hostinger.com', 'smtp.hostinger.com'),
  carrier(
    'amen',
    'Amen',
    /(^|\.)(securemail\.pro|amenworld\.com|amen\.fr)$/,
    'imap.securemail.pro',
    'authsmtp.securemail.pro',
  ),
]

/** One that gives addresses of its own domains. */
function of(id: string, name: string, domains: RegExp, imap: Provider['imap'], smtp: Provider['smtp']): Provider {
  return { id, name, domains, imap, smtp }
}

/** One that carries the mail of other people's domains. */
function carrier(id: string, name: string, mx: RegExp, imapHost: string, smtpHost = imapHost): Provider {
  return { id, name, mx, imap: [imapHost, 'tls'], smtp: [smtpHost, 'tls'] }
}
