/** Where a Dovecot of a test listens and what it knows. */
export interface DovecotTown {
  folder: string
  port: number
  tlsPort: number
  /** The account it runs as and its mail belongs to. */
  user: string
  group: string
  certificate: string
  key: string
  /** Answers whose token it is, and which one is good: the provider of a test. */
  tokenInfoUrl: string | undefined
}

/** Nothing it writes leaves `folder`, and it needs no right that a person has not. */
export function dovecotConf(town: DovecotTown): string {
  const { folder, port, tlsPort, user, group, tokenInfoUrl } = town
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
# Processes that change who they are need a right of root.
service anvil {
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service imap {
  process_limit = 200
}
ssl = yes
ssl_cert = <${town.certificate}
ssl_key = <${town.key}
disable_plaintext_auth = no
# A wrong password is answered at once, or a test would wait for the penalty.
auth_failure_delay = 0
auth_mechanisms = plain login${tokenInfoUrl ? ' xoauth2 oauthbearer' : ''}
${tokenInfoUrl ? tokens(folder) : ''}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u
}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox Drafts {
    auto = create
    special_use = \\Drafts
  }
}
`
}

export function tokenConf(tokenInfoUrl: string): string {
  return `
tokeninfo_url = ${tokenInfoUrl}?access_token=
introspection_mode = auth
username_attribute = email
active_attribute = active
active_value = true
`
}

function tokens(folder: string) {
  return `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/tokens.conf
}`
}
