const COUNT_AT = 128;
const TABLE_AT = 132;
const ENTRY_BYTES = 12;
/** MD5 of the profile, or zero when it was not worked out (ICC.1:2022, 7.2.18). */
const PROFILE_ID = [84, 100] as const;
/** Apple's tag for a display: manufacturer, model, serial number and the week in which it was made. */
const DEVICE = "mmod";

/**
 * An ICC profile without the device for which it was made; screenshots carry the profile of the display. Colours do
 * not depend on it.
 *
 * @returns undefined when the profile names no device
 */
export function withoutDevice(profile: Buffer): Buffer | undefined {
  if (profile.length < TABLE_AT) return undefined;
  const count = profile.readUInt32BE(COUNT_AT);
  const end = TABLE_AT + count * ENTRY_BYTES;
  if (end > profile.length) return undefined;
  const entries = Array.from({ length: count }, (_, i) => TABLE_AT + i * ENTRY_BYTES);
  const named = (at: number) => profile.toString("latin1", at, at + 4) === DEVICE;
  if (!entries.some(named)) return undefined;
  const clean = Buffer.from(profile);
  clean.fill(0, ...PROFILE_ID).fill(0, TABLE_AT, end);
  const kept = entries.filter((at) => !named(at));
  clean.writeUInt32BE(kept.length, COUNT_AT);
  for (const [i, at] of kept.entries()) profile.copy(clean, TABLE_AT + i * ENTRY_BYTES, at, at + ENTRY_BYTES);
  for (const at of entries.filter(named)) {
    const start = profile.readUInt32BE(at + 4);
    clean.fill(0, start, Math.min(start + profile.readUInt32BE(at + 8), clean.length));
  }
  return clean;
}
