import type { Installation } from '@comptoir/contract/identity'

/** What the first page tells of the example business. */
export type ExampleState = Pick<Installation, 'example' | 'exampleMembers'>

/** The example business, which a later noun makes by commands. Each function refuses where the example is refused. */
export interface ExampleBusiness {
  state(): Promise<ExampleState>
  /** Makes it, or answers at once when it is there. */
  make(): Promise<void>
  /** Throws it away whole and makes it again. */
  reset(): Promise<void>
  /** Answers the user to open a session for, who must be one of its people. */
  signInAs(userId: string): Promise<string>
}
