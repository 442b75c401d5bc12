import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type {
  ChangeNoticeSettingsInput,
  NoticeKind,
  NoticeSettings,
  NoticeSettingsSlice,
} from '@comptoir/contract/notices'
import type { Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'

/** How a person wants to be told. */
export function openNoticeSettings(db: Db, staff: Staff): Promise<NoticeSettingsSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, row] = await Promise.all([currentSeq(tx, staff.workspaceId), rowOf(tx, staff)])
    return { seq, settings: settingsView(row) }
  })
}

/** Changes it, on all their screens. */
export function changeNoticeSettings(
  live: Live,
  staff: Staff,
  { commandId, settings }: ChangeNoticeSettingsInput,
): Promise<{ settings: NoticeSettings }> {
  const { workspaceId, userId } = staff
  return runCommand(live, staff, { name: 'inbox.change_notice_settings', commandId, input: settings }, async (tx) => {
    const { off, timeZone, quiet } = settings
    const values = {
      offInApp: [...new Set(off.inApp)],
      offPush: [...new Set(off.push)],
      offDigest: [...new Set(off.digest)],
      timeZone,
      quietFrom: quiet?.from ?? null,
      quietUntil: quiet?.until ?? null,
      ...(quiet && { quietDays: [...new Set(quiet.days)].sort((a, b) => a - b) }),
    }
    const row = await tx
      .insertInto('noticeReader')
      .values({ workspaceId, userId, ...values })
      .onConflict((on) => on.columns(['workspaceId', 'userId']).doUpdateSet(values))
      .returning(columns)
      .executeTakeFirstOrThrow()
    const now = settingsView(row)
    return {
      result: { settings: now },
      facts: [{ name: 'inbox.notice_settings_changed', rooms: [userRoom(userId)], data: { settings: now } }],
    }
  })
}

const columns = ['offInApp', 'offPush', 'offDigest', 'timeZone', 'quietFrom', 'quietUntil', 'quietDays'] as const

interface Row {
  offInApp: string[]
  offPush: string[]
  offDigest: string[]
  timeZone: string | null
  quietFrom: string | null
  quietUntil: string | null
  quietDays: number[]
}

function rowOf(tx: Tx, { workspaceId, userId }: Pick<Staff, 'workspaceId' | 'userId'>) {
  return tx
    .selectFrom('noticeReader')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Without a row everything is told, at any hour. */
function settingsView(row: Row | undefined): NoticeSettings {
  return {
    off: {
      inApp: (row?.offInApp ?? []) as NoticeKind[],
      push: (row?.offPush ?? []) as NoticeKind[],
      digest: (row?.offDigest ?? []) as NoticeKind[],
    },
    timeZone: row?.timeZone ?? null,
    quiet: row ? quietOf(row) : null,
  }
}

/** The hours of a row as they are typed. */
export function quietOf({ quietFrom, quietUntil, quietDays }: Pick<Row, 'quietFrom' | 'quietUntil' | 'quietDays'>) {
  if (quietFrom === null || quietUntil === null) return null
  return { from: quietFrom.slice(0, 5), until: quietUntil.slice(0, 5), days: quietDays }
}
