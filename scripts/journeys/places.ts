import type { Page } from 'playwright-core'
import type { Locale } from '@comptoir/contract/base'

/** A page somebody can be on: where it is, and how one knows that it is there. */
export interface Place {
  name: string
  path: string
  /** Before it is looked at. */
  arrive: (page: Page) => Promise<unknown>
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
const loaded = async (page: Page) => {
  await heading(page)
  await page.locator('[aria-busy="true"], .skeleton').first().waitFor({ state: 'detached' })
}

/** Whoever is not inside yet. */
export function outside(invitation: string): Place[] {
  return [
    { name: 'first-run', path: '/', arrive: loaded },
    { name: 'sign-in', path: '/sign-in', arrive: loaded },
    { name: 'forgotten', path: '/forgotten', arrive: loaded },
    { name: 'invitation', path: invitation, arrive: loaded },
    { name: 'not-found', path: '/nulle-part', arrive: loaded },
  ]
}

/** What of the example business is looked at. */
export interface Shown {
  conversationId: string
  clientId: string
  deliveryId: string
  mailId: string
  spamId: string
  invitedId: string
}

/** Inside the example business, for its owner. */
export function inside({ conversationId, clientId, deliveryId, mailId, spamId, invitedId }: Shown): Place[] {
  const here = '/w/maison-lambert'
  const conversation = (page: Page) => page.getByRole('log').waitFor()
  const invited = (page: Page) => page.locator('.calendar-part').waitFor()
  return [
    {
      name: 'inbox',
      path: `${here}/inbox`,
      arrive: (page) => page.locator('#main').getByRole('listitem').first().waitFor(),
    },
    { name: 'conversation', path: `${here}/inbox/c/${conversationId}`, arrive: conversation },
    { name: 'new-conversation', path: `${here}/inbox`, arrive: newConversation },
    {
      name: 'to-answer',
      path: `${here}/inbox/to-answer`,
      arrive: (page) => page.locator('#main').getByRole('list').first().waitFor(),
    },
    { name: 'client', path: `${here}/clients/${clientId}`, arrive: loaded },
    { name: 'reminders', path: `${here}/reminders`, arrive: loaded },
    { name: 'post-office', path: `${here}/post-office`, arrive: loaded },
    { name: 'letter', path: `${here}/post-office/${deliveryId}`, arrive: (page) => page.locator('iframe').waitFor() },
    { name: 'to-sort', path: `${here}/to-sort/${mailId}`, arrive: loaded },
    { name: 'spam', path: `${here}/spam/${spamId}`, arrive: loaded },
    { name: 'invitation-in-mail', path: `${here}/inbox/c/${invitedId}`, arrive: invited },
    { name: 'business', path: `${here}/settings/business`, arrive: loaded },
    { name: 'members', path: `${here}/settings/members`, arrive: (page) => page.getByRole('table').first().waitFor() },
    { name: 'mailboxes', path: `${here}/settings/mailboxes`, arrive: loaded },
    { name: 'templates', path: `${here}/settings/templates`, arrive: loaded },
    { name: 'client-fields', path: `${here}/settings/client-fields`, arrive: loaded },
    { name: 'form', path: `${here}/settings/form`, arrive: formShown },
    { name: 'backup', path: `${here}/settings/backup`, arrive: loaded },
    { name: 'account', path: `${here}/account`, arrive: loaded },
    { name: 'not-found-inside', path: `${here}/nulle-part`, arrive: loaded },
    { name: 'palette', path: `${here}/inbox`, arrive: palette },
  ]
}

/** What opens over a page when somebody does something, in French. */
export function opened(conversationId: string): Place[] {
  const here = '/w/maison-lambert'
  const dialog = (button: string) => async (page: Page) => {
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
  }
  return [
    { name: 'invite', path: `${here}/settings/members`, arrive: dialog('Inviter') },
    { name: 'add-mailbox', path: `${here}/settings/mailboxes`, arrive: dialog('Ajouter une boîte mail') },
    { name: 'connect', path: `${here}/settings/mailboxes`, arrive: dialog('Connecter') },
    { name: 'write-as-client', path: `${here}/post-office`, arrive: dialog('Écrire comme client') },
    { name: 'edit-client', path: `${here}/inbox/c/${conversationId}`, arrive: editClient },
    { name: 'keys', path: `${here}/inbox`, arrive: keys },
  ]
}

async function formShown(page: Page) {
  await loaded(page)
  await page.frameLocator('iframe').getByRole('button').waitFor()
}

async function editClient(page: Page) {
  await page.getByRole('log').waitFor()
  // On a phone the card lies behind a button.
  const open = page.getByRole('button', { name: 'Fiche du client' })
  if (await open.isVisible()) await open.click()
  const card = page.getByLabel('Fiche du client').filter({ visible: true, has: page.getByRole('heading') })
  await card.getByRole('button', { name: /^Modifier\s: Nom / }).click()
  await card.getByRole('textbox').first().waitFor()
}

async function keys(page: Page) {
  await page.locator('#main').getByRole('listitem').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}

const newConversations: Record<Locale, [string, RegExp]> = {
  fr: ['Nouveau', /^Nouveau message/],
  nl: ['Nieuw', /^Nieuw bericht/],
  en: ['New', /^New message/],
}

async function newConversation(page: Page) {
  const spoken = (await page.evaluate(() => document.documentElement.lang)) as Locale
  const [button, entry] = newConversations[spoken]
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  await page.getByRole('dialog').getByRole('combobox').waitFor()
}

async function palette(page: Page) {
  await page.locator('#main').getByRole('listitem').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
}
