import { randomUUID } from 'node:crypto'

/** Mails as small businesses get them: most are short, many quote and carry a logo, one in ten brings a document. */
export function ordinaryMails(count: number, to: string): Buffer[] {
  const batch = randomUUID()
  return Array.from({ length: count }, (_, n) => Buffer.from(mail(n, to, batch)))
}

const shapes = ['alternative', 'alternative', 'quoting', 'plain', 'alternative', 'quoting', 'document'] as const

function mail(n: number, to: string, batch: string): string {
  const shape = shapes[n % shapes.length]!
  const head = [
    `Received: from mx${n % 7}.exemple.example (mx.exemple.example [192.0.2.${n % 250}]) by comptoir.example with ESMTPS;`,
    '\tMon, 16 Nov 2026 10:12:00 +0100',
    `From: =?utf-8?Q?Client_num=C3=A9ro_${n}?= <client${n % 400}@exemple.example>`,
    `To: <${to}>`,
    `Subject: =?utf-8?Q?Demande_n=C2=B0_${n}?=`,
    'Date: Mon, 16 Nov 2026 10:11:58 +0100',
    `Message-ID: <${n}.${batch}@exemple.example>`,
    'MIME-Version: 1.0',
  ]
  return [...head, ...bodies[shape](n), ''].join('\r\n')
}

const bodies = {
  plain: (n: number) => [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    words(n, 12),
  ],
  alternative: (n: number) => alternative(words(n, 18), html(n, 18, '')),
  quoting: (n: number) =>
    related(
      alternative(
        `${words(n, 6)}\r\n\r\n${attribution}\r\n> ${words(n + 1, 30).replaceAll('\r\n', '\r\n> ')}`,
        quoting(n),
      ),
      base64(9_000, n),
    ),
  document: (n: number) => [
    'Content-Type: multipart/mixed; boundary="mixed"',
    '',
    '--mixed',
    ...alternative(words(n, 10), html(n, 10, '')),
    '--mixed',
    `Content-Type: application/pdf; name="devis-${n}.pdf"`,
    `Content-Disposition: attachment; filename="devis-${n}.pdf"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(180_000, n),
    '--mixed--',
  ],
}

function alternative(text: string, page: string) {
  return [
    'Content-Type: multipart/alternative; boundary="alternative"',
    '',
    '--alternative',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '--alternative',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(page),
    '--alternative--',
  ]
}

function related(inner: string[], picture: string) {
  return [
    'Content-Type: multipart/related; boundary="related"',
    '',
    '--related',
    ...inner,
    '--related',
    'Content-Type: image/png; name="logo.png"',
    'Content-ID: <logo@exemple>',
    'Content-Disposition: inline; filename="logo.png"',
    'Content-Transfer-Encoding: base64',
    '',
    picture,
    '--related--',
  ]
}

function html(n: number, lines: number, after: string) {
  const paragraphs = Array.from(
    { length: lines },
    (_, line) =>
      `<p class="MsoNormal" style="margin:0cm;font-size:11.0pt;font-family:'Calibri',sans-serif">${sentence(n + line)}</p>`,
  )
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>${style}</style></head><body lang="FR" link="#0563C1">${paragraphs.join('\r\n')}${after}</body></html>`
}

function quoting(n: number) {
  const quote = Array.from({ length: 30 }, (_, line) => `<div dir="ltr">${sentence(n + line)}</div>`).join('')
  const signature = `<table style="border-collapse:collapse"><tr><td><img src="cid:logo@exemple" width="120"></td><td><b>Client ${n}</b><br>12 rue de la Meuse, 08200 Sedan</td></tr></table>`
  return html(
    n,
    6,
    `${signature}<div class="gmail_quote"><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${quote}</blockquote></div>`,
  )
}

function words(n: number, lines: number) {
  return Array.from({ length: lines }, (_, line) => sentence(n + line)).join('\r\n')
}

function sentence(n: number) {
  return sentences[n % sentences.length]!
}

function quotedPrintable(text: string) {
  return text
    .replace(/[=\u0080-\uFFFF]/g, (sign) =>
      [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .replace(/([^\r\n]{70}(?:=[0-9A-F]{2}|[^=\r\n]{1,2})?)(?=[^\r\n])/g, '$1=\r\n')
}

function base64(bytes: number, n: number) {
  return Buffer.alloc(bytes, `document ${n} `).toString('base64').replace(/.{76}/g, '$&\r\n')
}

const attribution = 'Le lun. 16 nov. 2026 à 09:02, Atelier Morel &lt;bonjour@atelier.example&gt; a écrit :'
const style = '@font-face{font-family:Calibri} p.MsoNormal{margin:0cm;font-size:11.0pt} a:link{color:#0563C1}'
const sentences = [
  'Bonjour, pourriez-vous me dire si la pièce commandée la semaine dernière est arrivée ?',
  'Je passe devant l’atelier jeudi vers dix-huit heures, si cela vous convient.',
  'Le devis me paraît correct, mais la deuxième ligne est comptée deux fois.',
  'Merci d’avance pour votre réponse, et bonne fin de journée à toute l’équipe.',
  'Nous serons absents du 3 au 10 ; le voisin a la clé de la remise.',
]
