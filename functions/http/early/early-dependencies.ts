import type { LinkSigner } from "../../domain/early/link-signer.ts";
import type { EarlyMedia } from "../../storage/buckets/early-media.ts";
import type { EarlyAccess } from "../../storage/registrations/early-grants.ts";
import type { ReadDependencies } from "../request/dependencies.ts";

/** What the routes of early access are given. */
export interface EarlyDependencies extends ReadDependencies {
  readonly access: EarlyAccess;
  readonly signer: LinkSigner;
  readonly media: EarlyMedia;
  /** The secrets of which the edge sends one with every request. */
  readonly edgeSecrets: () => Promise<readonly string[]>;
  /** Whether cookies go over HTTPS alone: everywhere but on one machine. */
  readonly secure: boolean;
}
