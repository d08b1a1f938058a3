/** What announcing tells of itself while it runs. */
export type AnnounceEvent =
  /** Seconds that had passed since the mark when the run began. */
  | { readonly kind: "lag"; readonly seconds: number }
  /** Changes by the clock that were announced, each instant once: seconds that each had waited. */
  | { readonly kind: "turned"; readonly delays: readonly number[]; readonly addresses: number }
  /** Publications that were announced. */
  | { readonly kind: "published"; readonly notices: number; readonly addresses: number }
  /** What came of telling the hub. */
  | HubEvent
  /** Another run was faster and does the rest. */
  | { readonly kind: "overtaken" };

export interface HubEvent {
  readonly kind: "hub";
  readonly hub: string;
  /** How many feeds it was told of. */
  readonly told: number;
  /** How many it is to be told of in the next run. */
  readonly waiting: number;
  /** Feeds of which it could not be told for a whole day. */
  readonly givenUp: readonly string[];
  /** Why it could not be told of the first that failed. */
  readonly failure?: string;
}
