/** A sentence that depends on a number `n`, by the plural categories of the language (CLDR). */
export interface Plural {
  one: string
  many?: string
  other: string
}

export interface Words {
  [name: string]: string | Plural | Words
}

/** The same keys in another language: a missing or extra one does not compile. */
export type SameWords<Given> = {
  [Key in keyof Given]: Given[Key] extends string ? string : Given[Key] extends Plural ? Plural : SameWords<Given[Key]>
}

/** Every path to a sentence: `inbox.send`. */
export type KeyOf<Given> = {
  [Key in keyof Given & string]: Given[Key] extends string | Plural ? Key : `${Key}.${KeyOf<Given[Key]>}`
}[keyof Given & string]
