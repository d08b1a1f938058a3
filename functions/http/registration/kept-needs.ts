import type { FormValues } from "../../domain/registration/form/form.ts";
import { SealInvalid, type TokenSeal } from "../../domain/registration/links/token-seal.ts";

/** KMS seals 4,096 bytes at the most. */
const MOST_BYTES = 4_000;
/** Nothing else is what we sealed; KMS would refuse to look at it. */
const SEALED = /^[\w-]{40,8000}$/;

interface For {
  readonly seal: TokenSeal;
  readonly event: { readonly id: string };
}

const sealedFor = ({ event }: For): string => `needs ${event.id}`;

/**
 * The values of a form whose page a browser may keep: what someone needs in order to take part is sealed, so that it is
 * not lost and nobody reads it there.
 * @returns undefined where it has to be seen: it is too long to be sealed
 */
export async function withNeedsSealed(on: For, values: FormValues): Promise<FormValues | undefined> {
  if (values.needs.trim() === "") return values;
  if (Buffer.byteLength(values.needs) > MOST_BYTES) return undefined;
  return { ...values, needs: "", needsKept: await on.seal.seal(values.needs, sealedFor(on)) };
}

/** What was typed, and what was sealed before: typing anew replaces it, and without the consent it is left out. */
export async function withNeedsOpened(on: For, values: FormValues): Promise<FormValues> {
  const { needs, needsKept, needsConsent } = values;
  const opened = { ...values, needsKept: "" };
  if (!SEALED.test(needsKept) || needs.trim() !== "" || !needsConsent) return opened;
  try {
    return { ...opened, needs: await on.seal.open(needsKept, sealedFor(on)) };
  } catch (error) {
    if (error instanceof SealInvalid) return opened; // none of ours, or of another event
    throw error;
  }
}
