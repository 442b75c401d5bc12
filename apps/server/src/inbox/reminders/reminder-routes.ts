import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { changeReminderInput, reminderCommandInput, undoReminderInput } from '@comptoir/contract/reminders'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { cancelReminder, changeReminder, completeReminder, undoReminder } from './change-reminder.ts'
import { listReminders } from './list-reminders.ts'

const { commandId, reminderId } = exampleIds
const param = { reminderId }
const reminderParam = valid('param', v.object({ reminderId: id }))

/** Where, who, and of which reminder. */
function about(c: Context<AppEnv, string, { out: { param: { reminderId: string } } }>) {
  return [c.var.server.live, c.var.staff, c.req.valid('param').reminderId] as const
}

/** What somebody is to be reminded of, and what becomes of one reminder. */
export const reminderRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listReminders(c.var.server.db, c.var.staff), 200))
  .put(
    '/:reminderId',
    scope('staff', {
      param,
      json: { commandId, dueAt: '2050-01-03T08:00:00Z', note: 'Rappeler', ownerId: null, condition: 'always' },
    }),
    reminderParam,
    valid('json', changeReminderInput),
    async (c) => {
      const changed = await changeReminder(...about(c), c.req.valid('json'))
      c.var.server.reminders.wake()
      return c.json(changed, 200)
    },
  )
  .post(
    '/:reminderId/done',
    scope('staff', { param, json: { commandId } }),
    reminderParam,
    valid('json', reminderCommandInput),
    async (c) => c.json(await completeReminder(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/:reminderId/cancel',
    scope('staff', { param, json: { commandId } }),
    reminderParam,
    valid('json', reminderCommandInput),
    async (c) => c.json(await cancelReminder(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/:reminderId/undo',
    scope('staff', { param, json: { commandId, version: 1 } }),
    reminderParam,
    valid('json', undoReminderInput),
    async (c) => {
      const undone = await undoReminder(...about(c), c.req.valid('json'))
      c.var.server.reminders.wake()
      return c.json(undone, 200)
    },
  )
