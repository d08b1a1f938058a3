/**
 * Stands in for the SDK's event streams in the bundle. The requests of these functions have none; the SDK imports them lazily,
 * which alone keeps a bundler from laying all of its modules flat.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error("This function was bundled without event streams.");
  }
}

export function eventStreamSerdeProvider(): EventStreamSerde {
  return new EventStreamSerde();
}

/** S3's client asks for it when it is made; without event streams there is nothing to add to its settings. */
export function resolveEventStreamSerdeConfig<Settings>(settings: Settings): Settings {
  return settings;
}
