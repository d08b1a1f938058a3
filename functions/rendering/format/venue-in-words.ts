import type { Venue } from "../../domain/documents/event.ts";

/** “Conference hall, 8 Mangilik El Avenue, Astana”: the city once, where the address says it already. */
export function venueInWords({
  venue,
  city,
}: {
  readonly venue?: Venue | undefined;
  readonly city: string;
}): string {
  const told = venue?.address?.includes(city) ? undefined : city;
  return [venue?.name, venue?.address, told].filter((part) => part !== undefined).join(", ");
}
