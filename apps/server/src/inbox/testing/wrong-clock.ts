// Loaded before a program whose clock is to be wrong, as after a battery that died.
const wrongByMs = Number(process.env['WRONG_BY_DAYS']) * 24 * 60 * 60_000
const RightDate = Date

globalThis.Date = class extends RightDate {
  constructor(...given: [] | [string | number | Date]) {
    super(given.length === 0 ? RightDate.now() + wrongByMs : given[0])
  }
  static override now() {
    return RightDate.now() + wrongByMs
  }
} as DateConstructor
