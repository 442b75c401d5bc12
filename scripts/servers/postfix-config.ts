import { account } from '@comptoir/db/embedded/account'
import { runProgram } from './run-program.ts'

/** A mail server of clients, and the one business it can write to. */
export interface PostfixTown {
  /** The domain of the clients; each name of `clients` has an address there. */
  clientDomain: string
  clients: string[]
  /** Names there whose mail goes on to another address. */
  forwards: Record<string, string>
  businessDomain: string
  /** Where Comptoir receives mail, on this machine. */
  businessPort: number
}

/** Everything it writes is in `folder`, and it reaches nothing but this machine. */
export function mainCf(
  folder: string,
  { clientDomain, clients, forwards, businessDomain, businessPort }: PostfixTown,
): string {
  const mailboxes = clients.map((name): Entry => [`${name}@${clientDomain}`, `${name}/`])
  const aliases = Object.entries(forwards).map(([name, to]): Entry => [`${name}@${clientDomain}`, to])
  const { uid = 65_534, gid = 65_534 } = account
  return settings({
    compatibility_level: '3.6',
    queue_directory: `${folder}/queue`,
    data_directory: `${folder}/data`,
    daemon_directory: postfixDefault('daemon_directory'),
    command_directory: postfixDefault('command_directory'),
    maillog_file: `${folder}/maillog`,
    maillog_file_prefixes: folder,

    myhostname: `mail.${clientDomain}`,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.1/32',
    smtpd_peername_lookup: 'no',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    // A little over what Comptoir takes, so that it is Comptoir that refuses.
    message_size_limit: '60000000',

    // Whoever is neither a client nor the business cannot be reached, and no name is ever looked up.
    default_transport: 'error:5.1.2 This server reaches nobody else',
    local_transport: '$default_transport',
    relay_transport: '$default_transport',
    smtp_dns_support_level: 'disabled',
    smtp_host_lookup: 'native',
    mydestination: '',
    local_recipient_maps: '',
    alias_maps: '',
    alias_database: '',
    relay_domains: businessDomain,
    transport_maps: inline([[businessDomain, `smtp:[127.0.0.1]:${businessPort}`]]),
    smtp_tls_security_level: 'may',
    smtp_tls_loglevel: '1',

    virtual_mailbox_domains: clientDomain,
    virtual_mailbox_base: `${folder}/mail`,
    virtual_mailbox_maps: inline(mailboxes),
    virtual_mailbox_limit: '0',
    virtual_alias_maps: inline(aliases),
    virtual_uid_maps: `static:${uid}`,
    virtual_gid_maps: `static:${gid}`,

    // A queue that waits minutes would make every test of a fault take as long.
    queue_run_delay: '2s',
    minimal_backoff_time: '2s',
    maximal_backoff_time: '4s',
    notify_classes: '',
  })
}

/** The programs a mail passes through, none in a jail: its folder is not prepared for one. */
export function masterCf(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    ...['smtp', 'error', 'retry:error', 'rewrite:trivial-rewrite', 'proxymap'].map((service) => unix(service)),
    ...['bounce', 'defer:bounce', 'trace:bounce'].map((service) => unix(service, { most: '0' })),
    ...['anvil', 'tlsmgr'].map((service) => unix(service, { most: '1' })),
    unix('virtual', { unprivileged: 'n' }),
    unix('cleanup', { private: 'n', most: '0' }),
    unix('qmgr', { private: 'n', wakeUp: '300', most: '1' }),
    unix('flush', { private: 'n', wakeUp: '1000?', most: '0' }),
    unix('showq', { private: 'n' }),
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n')
}

type Entry = [key: string, value: string]

function inline(entries: Entry[]): string {
  return entries.length === 0 ? '' : `inline:{ ${entries.map(([key, value]) => `{ ${key} = ${value} }`).join(', ')} }`
}

function settings(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

function unix(
  service: string,
  given: { private?: string; unprivileged?: string; wakeUp?: string; most?: string } = {},
): string {
  const [name = '', program = name] = service.split(':')
  return [
    name,
    'unix',
    given.private ?? '-',
    given.unprivileged ?? '-',
    'n',
    given.wakeUp ?? '-',
    given.most ?? '-',
    program,
  ].join(' ')
}

/** Where a distribution put the programs is compiled into them. */
function postfixDefault(name: string): string {
  return runProgram('postconf', ['-dh', name]).trim()
}
