import type { Manifest } from "../../../functions/workflows/manifest.ts";
import type {
  AnswerRemoval,
  PersonalRemoval,
} from "../../../functions/workflows/publish/changes/removal-answer.ts";
import { questions } from "../console/questions.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { type ContentToPublish, type PublishPermissions, publishInto } from "./publish-content.ts";
import { askedOf } from "./removal-questions.ts";

/** How removals of personal details are answered without a question. */
export interface RemovalFlags {
  /** In the open: the difference is published. */
  readonly minor: boolean;
  /** For safety: no difference and no version is kept. */
  readonly redact: boolean;
}

/**
 * Publishes, and asks whoever sits at the terminal about what would take a personal detail away. Nobody is kept from
 * the newsroom meanwhile: all else is published first, then the questions come, then what was answered is published.
 *
 * @returns exit code: 1 where something was refused, or not answered
 */
export async function publishAsking(
  target: PublishTarget,
  manifest: Manifest,
  what: ContentToPublish,
  permissions: PublishPermissions,
  flags: RemovalFlags,
): Promise<number> {
  const publishWith = (answerRemoval: AnswerRemoval | undefined, asksLater = false) =>
    publishInto(target, manifest, what, {
      ...permissions,
      ...(answerRemoval && { answerRemoval }),
      asksLater,
    });
  const always = alwaysAnswered(flags);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (always || !isTerminal || permissions.dryRun) return publishWith(always);
  const asked: PersonalRemoval[] = [];
  const code = await publishWith(async (removal) => {
    asked.push(removal);
    return undefined;
  }, true);
  if (asked.length === 0) return code;
  const input = questions();
  try {
    return await publishWith(await askedOf(input, asked, (text) => process.stdout.write(text)));
  } finally {
    input.close();
  }
}

function alwaysAnswered({ minor, redact }: RemovalFlags): AnswerRemoval | undefined {
  if (redact) return async () => "safety";
  return minor ? async () => "correction" : undefined;
}
