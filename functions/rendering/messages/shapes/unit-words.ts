/** Abbreviations of units, as they stand after a number. */
export interface UnitWords {
  readonly durations: readonly [hours: string, minutes: string, seconds: string];
  /** Decimal units, as download dialogs and hosts count. Spelled here: the runtime's Kazakh “MБ” begins with a Latin M. */
  readonly sizes: readonly [bytes: string, kilobytes: string, megabytes: string, gigabytes: string];
}
