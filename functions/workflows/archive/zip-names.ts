import { Refusal } from "../../domain/refusal.ts";

/** Names that Windows keeps for devices, whatever their ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** What Windows takes for something else than a name, and what shows a name other than it is. */
const FORBIDDEN = /[<>:"\\|?*\p{Cc}\p{Cs}\p{Bidi_Control}]/u;
/** Of one name: what ext4, APFS and NTFS can hold. */
const MOST_BYTES = 255;

/**
 * Refuses paths that would not unpack to the same files on Windows, macOS and Linux alike, or anywhere but within the
 * folder into which they are unpacked.
 * @param paths names with `/` between them
 * @throws Refusal `content-invalid`
 */
export function refuseUnsafeNames(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const unsafe = path.split("/").map(whatIsUnsafe).find(Boolean);
    if (unsafe) throw unsafeName(path, unsafe);
    const twin = seen.get(sameOnDisk(path));
    if (twin !== undefined)
      throw unsafeName(path, `is the same name as ${JSON.stringify(twin)} on some disks`);
    seen.set(sameOnDisk(path), path);
  }
  for (const path of paths)
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
      if (seen.has(sameOnDisk(path.slice(0, end)))) throw unsafeName(path, "is in a folder that is a file");
}

function whatIsUnsafe(name: string): string | undefined {
  if (name === "") return "is empty, or begins or ends with a slash";
  if (name !== name.normalize("NFC")) return "is not in Unicode's normal form C";
  if (FORBIDDEN.test(name)) return "has a character that some systems do not allow";
  if (DEVICE.test(name)) return "is kept by Windows for a device";
  if (/^\s|[\s.]$/.test(name)) return "begins with a space, or ends with a space or a dot";
  if (Buffer.byteLength(name) > MOST_BYTES) return `is longer than ${MOST_BYTES} bytes`;
  return undefined;
}

/** Equal for names that a disk without case or without normal forms takes for one. */
function sameOnDisk(path: string): string {
  return path.normalize("NFKC").toUpperCase().toLowerCase();
}

function unsafeName(path: string, what: string): Refusal {
  return new Refusal(
    "content-invalid",
    422,
    `The name ${JSON.stringify(path)} cannot go into a ZIP: it ${what}.`,
    "Rename the file.",
  );
}
