/**
 * Stands in for the SDK's event streams in the bundle. DynamoDB's requests have none; the SDK imports them lazily,
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
