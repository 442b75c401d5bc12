import { once } from 'node:events'
import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { guardHost } from '../guard-host.ts'
import { selfSignedCertificate } from '../self-signed-certificate.ts'
import { startNameServer, type Zone } from '../testing/name-server.ts'
import { findAccount } from './find-account.ts'

type Serve = (request: IncomingMessage, response: ServerResponse) => void

const config = (servers: string) =>
  `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x">${servers}</emailProvider></clientConfig>`
const imapServer = `<incomingServer type="pop3"><hostname>pop.atelier.fr</hostname><port>995</port>
  <socketType>SSL</socketType></incomingServer><incomingServer type="imap"><hostname>boite.atelier.fr</hostname>
  <port>993</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>`
const smtpServer = `<outgoingServer type="smtp"><hostname>envoi.atelier.fr</hostname><port>587</port>
  <socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username></outgoingServer>`

test.each([
  ['sophie@gmail.com', 'Gmail', 'imap.gmail.com', 'smtp.gmail.com', 'app'],
  ['sophie@hotmail.fr', 'Outlook.com', 'outlook.office365.com', 'smtp-mail.outlook.com', 'refused'],
  ['sophie@me.com', 'iCloud', 'imap.mail.me.com', 'smtp.mail.me.com', 'app'],
  ['sophie@wanadoo.fr', 'Orange', 'imap.orange.fr', 'smtp.orange.fr', 'account'],
  ['sophie@neuf.fr', 'SFR', 'imap.sfr.fr', 'smtp.sfr.fr', 'account'],
  ['sophie@skynet.be', 'Proximus', 'imap.proximus.be', 'relay.proximus.be', 'account'],
] as const)('%s is at %s, which we know', async (address, name, imap, smtp, password) => {
  const { find, nameServer } = await network({})
  expect(await find(address)).toMatchObject({
    found: 'known',
    provider: { name },
    password,
    imap: { host: imap, port: 993, security: 'tls' },
    smtp: { host: smtp },
  })
  expect(nameServer.asked).toEqual([])
})

test.each([
  ['10 aspmx.l.google.com', 'Google Workspace', 'google'],
  ['0 atelier-fr.mail.protection.outlook.com', 'Microsoft 365', 'microsoft'],
  ['1 mx1.mail.ovh.net', 'OVHcloud', null],
  ['10 spool.mail.gandi.net', 'Gandi', null],
  ['5 mta-gw.infomaniak.ch', 'Infomaniak', null],
  ['10 mx00.ionos.fr', 'IONOS', null],
] as const)('a domain whose mail goes to %s is at %s', async (mx, name, signIn) => {
  const { find } = await network({ zone: { 'atelier.fr': { mx } } })
  expect(await find('sophie@atelier.fr')).toMatchObject({ found: 'known', provider: { name }, signIn })
})

test('what a domain publishes is found, encrypted servers only', async () => {
  const clear = smtpServer.replace('STARTTLS', 'plain')
  const { find } = await network({
    zone: { 'autoconfig.atelier.fr': { a: '127.0.0.1' } },
    serve: (_, response) => response.end(config(imapServer + clear + smtpServer)),
  })
  expect(await find('sophie@atelier.fr')).toMatchObject({
    found: 'published',
    provider: null,
    imap: { host: 'boite.atelier.fr', port: 993, security: 'tls', username: 'sophie' },
    smtp: { host: 'envoi.atelier.fr', port: 587, security: 'starttls', username: 'sophie@atelier.fr' },
  })
})

test('a redirect is followed twice, and never inside the network', async () => {
  const zone = { 'autoconfig.atelier.fr': { a: '127.0.0.1' }, 'inside.atelier.fr': { a: '127.0.0.1' } }
  const move = (response: ServerResponse, to: string) => response.writeHead(302, { location: to }).end()
  const twice = await network({
    zone,
    serve: ({ url }, response) =>
      url?.startsWith('/mail/')
        ? move(response, '/a')
        : url === '/a'
          ? move(response, '/b')
          : response.end(config(smtpServer)),
  })
  expect((await twice.find('sophie@atelier.fr')).found).toBe('published')
  let asked = 0
  const endless = await network({ zone, serve: (_, response) => move(response, `/${++asked}`) })
  expect((await endless.find('sophie@atelier.fr')).found).toBe('nothing')
  expect(asked).toBe(3)
  const inside: string[] = []
  const sly = await network({
    zone,
    serve: ({ headers }, response) => {
      inside.push(headers.host!)
      move(response, 'https://inside.atelier.fr/')
    },
  })
  expect((await sly.find('sophie@atelier.fr')).found).toBe('nothing')
  expect(inside).toEqual(['autoconfig.atelier.fr'])
})

test.each([
  ['too long', (response: ServerResponse) => response.end(config(smtpServer) + ' '.repeat(70_000))],
  ['no XML', (response: ServerResponse) => response.end('<html><p>Bienvenue')],
  [
    'a document that would unfold without end',
    (response: ServerResponse) => response.end(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${config('&b;')}`),
  ],
] as const)('what is %s is not taken', async (_, serve) => {
  const { find } = await network({
    zone: { 'autoconfig.atelier.fr': { a: '127.0.0.1' } },
    serve: (__, response) => void serve(response),
  })
  expect((await find('sophie@atelier.fr')).found).toBe('nothing')
})

test('what a domain says in its DNS is found', async () => {
  const zone = {
    '_imaps._tcp.atelier.fr': { srv: '0 1 993 boite.atelier.fr' },
    '_submission._tcp.atelier.fr': { srv: '0 1 587 envoi.atelier.fr' },
    'imap.atelier.fr': { a: '192.0.2.1' },
  }
  const { find } = await network({ zone })
  expect(await find('sophie@atelier.fr')).toMatchObject({
    found: 'published',
    imap: { host: 'boite.atelier.fr', port: 993, security: 'tls' },
    smtp: { host: 'envoi.atelier.fr', port: 587, security: 'starttls' },
  })
})

test('usual names that exist are a guess, and said to be one', async () => {
  const { find } = await network({ zone: { 'mail.atelier.fr': { a: '192.0.2.1' } } })
  expect(await find('sophie@atelier.fr')).toMatchObject({
    found: 'guessed',
    imap: { host: 'mail.atelier.fr', port: 993 },
    smtp: { host: 'mail.atelier.fr', port: 465 },
  })
})

test('a web server that never answers keeps nobody waiting', async () => {
  const { find } = await network({
    zone: { 'autoconfig.atelier.fr': { a: '127.0.0.1' }, 'smtp.atelier.fr': { a: '192.0.2.1' } },
    serve: () => undefined,
    milliseconds: 300,
  })
  expect((await find('sophie@atelier.fr')).found).toBe('guessed')
})

test.each(['sophie@atelier.example', 'sophie@127.0.0.1'])('nobody is asked about %s', async (address) => {
  const { find, nameServer } = await network({})
  expect((await find(address)).found).toBe('nothing')
  expect(nameServer.asked).toEqual([])
})

async function network({
  zone = {},
  serve,
  milliseconds = 3000,
}: {
  zone?: Zone
  serve?: Serve
  milliseconds?: number
}) {
  const nameServer = await startNameServer(zone)
  const certificate = selfSignedCertificate('autoconfig.atelier.fr')
  const web = createServer(certificate, serve ?? ((_, response) => response.writeHead(404).end()))
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  onTestFinished(() => {
    nameServer.close()
    web.closeAllConnections()
    web.close()
  })
  const resolve = async (host: string) => (await nameServer.resolver.resolve4(host)).map((address) => ({ address }))
  const find = (address: string) =>
    findAccount(address, {
      names: nameServer.resolver,
      guard: (host) => guardHost(host, host.startsWith('inside.') ? 'refused' : 'allowed', resolve),
      https: { port: (web.address() as AddressInfo).port, authorities: [certificate.cert] },
      milliseconds,
    })
  return { find, nameServer }
}
