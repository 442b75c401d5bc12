import { expect, onTestFinished, test } from 'vitest'
import { openSink, connectTo } from '../messaging/testing/connect-sink.ts'
import { startIntake } from '../messaging/start-intake.ts'
import { openTestReceiver, rawMail } from '../messaging/testing/test-receiver.ts'
import { asOwner } from '../testing/as-owner.ts'
import { addClient } from '../testing/conversations.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { fillMailbox, standings } from './testing/fill-mailbox.ts'
import { openInbox } from './receive-mail.ts'
import { startPumpBeside } from './testing/open-mail-shop.ts'
import { inboxOf } from './testing/open-mailroom.ts'

test.for([
  {
    what: 'what waits cannot be loaded',
    harm: `create policy damage on mailbox as restrictive for select using (is_whole(workspace_id))`,
    mend: `drop policy damage on mailbox`,
  },
  {
    what: 'what a dead node left cannot be taken back',
    before: `update delivery set state = 'claimed', worker = gen_random_uuid(), lease_until = now() - interval '1 minute'
             where workspace_id = $1`,
    harm: `create trigger damage before update on delivery for each row
           when (old.state = 'claimed' and new.state = 'queued') execute function damage()`,
    mend: `drop trigger damage on delivery`,
  },
  {
    what: 'what was written for the sandbox cannot be accepted',
    before: `update delivery set carrier = 'sandbox' where workspace_id = $1`,
    harm: `create trigger damage before update on delivery for each row
           when (old.carrier = 'sandbox' and new.state = 'accepted') execute function damage()`,
    mend: `drop trigger damage on delivery`,
  },
])('where $what for one business, the mail of the others leaves', async ({ before, harm, mend }) => {
  const { test, troubled, sending, sandboxed } = await openThree()
  if (before) await asOwner(test, before, [troubled.workspaceId])
  await damageTo(test, troubled.workspaceId)
  await asOwner(test, harm)
  const pump = startPumpBeside(test)
  onTestFinished(pump.stop)
  await eventually(async () => {
    expect(await standings(test, sending.mailbox.id)).toMatchObject([{ state: 'accepted' }])
    expect(await standings(test, sandboxed.mailbox.id)).toMatchObject([{ state: 'accepted' }])
  })
  expect(await standings(test, troubled.mailbox.id)).not.toMatchObject([{ state: 'accepted' }])
  await pump.stop()
  await asOwner(test, mend)
  await asOwner(test, `update delivery set lease_until = now() where state = 'claimed'`)
  const next = startPumpBeside(test)
  onTestFinished(next.stop)
  await eventually(async () =>
    expect(await standings(test, troubled.mailbox.id)).toMatchObject([{ state: 'accepted' }]),
  )
})

test('where what came for one business cannot be loaded, the mail of the others comes in', async () => {
  const test = await openTestServer({ lives: 'test' })
  const troubled = await seed(test, { business: 'Chez Marc', people: { sophie: 'owner' } })
  const other = await seed(test, { business: 'Chez Léa', people: { lea: 'owner' } })
  const mail = await openTestReceiver(test)
  await test.server.intake.stop()
  for (const { address } of [troubled.mailbox, other.mailbox]) await mail.hand(rawMail({ to: address }), address)
  await damageTo(test, troubled.workspaceId)
  await asOwner(test, `create policy damage on incoming_mail as restrictive for select using (is_whole(workspace_id))`)
  const intake = startIntake({ ...test.server, openInbox })
  onTestFinished(intake.stop)
  await eventually(async () => expect(await inboxOf(other.people.lea)).toHaveLength(1))
  await asOwner(test, `drop policy damage on incoming_mail`)
  await intake.idle()
  expect(await inboxOf(troubled.people.sophie)).toHaveLength(1)
})

/** Three businesses with a mail each: two that send it over their own account, and one that writes for the sandbox. */
async function openThree() {
  const test = await openTestServer({ config: { allowPrivateHosts: true }, lives: 'test' })
  await test.server.delivery.stop()
  const sink = await openSink()
  const open = async (business: string) => {
    const shop = await seed(test, { business, people: { sophie: 'owner' } })
    return { ...shop, test, sophie: shop.people.sophie, marc: await addClient(test, shop, 'Marc') }
  }
  const [troubled, sending, sandboxed] = [await open('Chez Marc'), await open('Chez Léa'), await open('Chez Luc')]
  for (const { sophie, mailbox } of [troubled, sending]) await connectTo(sink, sophie, mailbox.id)
  for (const shop of [troubled, sending, sandboxed]) await fillMailbox(shop, 1)
  return { test, troubled, sending, sandboxed }
}

/** What is done to the rows of one business fails wherever one of these is asked. */
async function damageTo(test: TestServer, workspaceId: string) {
  const fails = `if $1 = '${workspaceId}' then raise exception 'damaged'; end if;`
  await asOwner(
    test,
    `create function is_whole(uuid) returns boolean language plpgsql as $$ begin ${fails} return true; end $$;
     create function damage() returns trigger language plpgsql as $$
     begin if new.workspace_id = '${workspaceId}' then raise exception 'damaged'; end if; return new; end $$;
     grant execute on function is_whole(uuid), damage() to public`,
  )
}
