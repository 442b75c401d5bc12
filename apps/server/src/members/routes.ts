import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { changeRoleInput, inviteInput, memberCommandInput, setAbsenceInput } from '@comptoir/contract/identity'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import type { Server } from '../server.ts'
import { valid } from '../valid.ts'
import { endAbsence, setAbsence } from './absence.ts'
import { changeRole } from './change-role.ts'
import { disableMember } from './disable-member.ts'
import { enableMember } from './enable-member.ts'
import { invite } from './invite.ts'
import { listMembers } from './list-members.ts'
import { resendInvitation } from './resend-invitation.ts'
import { listViewings } from './list-viewings.ts'
import { beginViewing, endViewing } from './view-as.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const { userId, invitationId, viewingId, commandId } = exampleIds
const memberParam = valid('param', v.object({ userId: id }))
const invitationParam = valid('param', v.object({ invitationId: id }))
const command = valid('json', memberCommandInput)

/** The people of one business. */
export const memberRoutes = new Hono<AppEnv>()
  .get('/', scope('team'), async (c) => c.json(await listMembers(c.var.server.db, c.var.staff), 200))
  .post(
    '/invitations',
    scope('admin', { json: { commandId, email: 'lea@exemple.example', role: 'member' } }),
    valid('json', inviteInput),
    async (c) => {
      await c.var.server.limits.invitationsBy.count(c.var.staff.userId)
      return c.json(await invite(invitingParts(c.var.server), c.var.staff, c.req.valid('json')), 201)
    },
  )
  .post(
    '/invitations/:invitationId/resend',
    scope('admin', { param: { invitationId }, json: { commandId } }),
    invitationParam,
    command,
    async (c) => {
      const { server, staff } = c.var
      await server.limits.invitationsBy.count(staff.userId)
      const { invitationId: which } = c.req.valid('param')
      return c.json(await resendInvitation(invitingParts(server), staff, which, c.req.valid('json').commandId), 200)
    },
  )
  .post(
    '/invitations/:invitationId/withdraw',
    scope('admin', { param: { invitationId }, json: { commandId } }),
    invitationParam,
    command,
    async (c) => {
      const { server, staff } = c.var
      const { invitationId: which } = c.req.valid('param')
      return c.json(await withdrawInvitation(server.live, staff, which, c.req.valid('json').commandId), 200)
    },
  )
  .get('/viewings', scope('admin'), async (c) => c.json(await listViewings(c.var.server.db, c.var.staff), 200))
  .post(
    '/viewings/:viewingId/end',
    scope('admin', { param: { viewingId }, json: { commandId } }),
    valid('param', v.object({ viewingId: id })),
    command,
    async (c) => {
      const { server, staff } = c.var
      const { commandId } = c.req.valid('json')
      return c.json(
        await endViewing(server.live, server.sockets.closeViewing, staff, c.req.valid('param').viewingId, commandId),
        200,
      )
    },
  )
  .post(
    '/:userId/viewings',
    scope('admin', { param: { userId }, json: { commandId } }),
    memberParam,
    command,
    async (c) => {
      const { server, staff } = c.var
      const { commandId } = c.req.valid('json')
      return c.json(await beginViewing(server.live, staff, c.req.valid('param').userId, commandId), 201)
    },
  )
  .put(
    '/:userId/role',
    scope('admin', { param: { userId }, json: { commandId, role: 'delegate' } }),
    memberParam,
    valid('json', changeRoleInput),
    async (c) => {
      const { live, seesLess } = c.var.server
      return c.json(
        await changeRole(live, seesLess, c.var.staff, c.req.valid('param').userId, c.req.valid('json')),
        200,
      )
    },
  )
  .put(
    '/:userId/absence',
    scope('staff', {
      param: { userId },
      json: { commandId, fromOn: '2026-11-23', untilOn: '2026-11-30', replacementId: null },
    }),
    memberParam,
    valid('json', setAbsenceInput),
    async (c) =>
      c.json(await setAbsence(c.var.server.live, c.var.staff, c.req.valid('param').userId, c.req.valid('json')), 200),
  )
  .post(
    '/:userId/absence/end',
    scope('staff', { param: { userId }, json: { commandId } }),
    memberParam,
    command,
    async (c) => {
      const { userId: whom } = c.req.valid('param')
      return c.json(await endAbsence(c.var.server.live, c.var.staff, whom, c.req.valid('json').commandId), 200)
    },
  )
  .post(
    '/:userId/disable',
    scope('admin', { param: { userId }, json: { commandId } }),
    memberParam,
    command,
    async (c) => {
      const { live, sockets } = c.var.server
      const { userId: whom } = c.req.valid('param')
      return c.json(
        await disableMember(live, sockets.closeMember, c.var.staff, whom, c.req.valid('json').commandId),
        200,
      )
    },
  )
  .post(
    '/:userId/enable',
    scope('admin', { param: { userId }, json: { commandId } }),
    memberParam,
    command,
    async (c) => {
      const { userId: whom } = c.req.valid('param')
      return c.json(await enableMember(c.var.server.live, c.var.staff, whom, c.req.valid('json').commandId), 200)
    },
  )

function invitingParts({ live, mail, config }: Server) {
  return { live, mail, publicUrl: config.publicUrl }
}
