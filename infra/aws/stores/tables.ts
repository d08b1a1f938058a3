import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import {
  NEWSROOM_TABLE,
  REGISTRATIONS_TABLE,
  type TableShape,
} from "../../../functions/storage/dynamodb/tables.ts";
import { END_ATTRIBUTE } from "../../../functions/storage/registrations/registrations-keys.ts";
import type { Stage } from "../stage/stage.ts";

/** Days for which a table can be put back to any second. */
const RECOVERY_DAYS = 35;

/** The two tables, parted where personal data begins, so that no role needs to reach across. */
export class Tables extends Construct {
  /** What is public. */
  readonly newsroom: TableV2;
  /** What is known of people. */
  readonly registrations: TableV2;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.newsroom = this.table("Newsroom", NEWSROOM_TABLE, stage, TableEncryptionV2.dynamoOwnedKey());
    this.registrations = this.table(
      "Registrations",
      REGISTRATIONS_TABLE,
      stage,
      TableEncryptionV2.awsManagedKey(),
      {
        timeToLiveAttribute: END_ATTRIBUTE,
        // Keys tell of which registration there is mail; no name or address passes through the stream.
        dynamoStream: StreamViewType.KEYS_ONLY,
      },
    );
  }

  private table(
    id: string,
    { partitionKey, sortKey }: TableShape,
    { retain }: Stage,
    encryption: TableEncryptionV2,
    own: Pick<TablePropsV2, "timeToLiveAttribute" | "dynamoStream"> = {},
  ): TableV2 {
    return new TableV2(this, id, {
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      sortKey: { name: sortKey, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption,
      ...own,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      deletionProtection: retain,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
