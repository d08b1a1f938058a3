import type { Attributes } from "../../../functions/storage/registrations/registration-items.ts";

/**
 * What Lambda hands over of a table's stream with new images when items were written, in that order.
 * Source: AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", example event.
 */
export function streamEvent(items: readonly Attributes[]) {
  return {
    Records: items.map(({ pk, sk, ...rest }, index) => ({
      eventID: `event-${index}`,
      eventName: "INSERT",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "eu-central-1",
      dynamodb: {
        ApproximateCreationDateTime: 1_816_927_200,
        Keys: { pk: { S: pk?.S ?? "" }, sk: { S: sk?.S ?? "" } },
        NewImage: { ...rest, pk, sk },
        SequenceNumber: `44215845000000000174504${39 + index}`,
        SizeBytes: 26,
        StreamViewType: "NEW_IMAGE",
      },
      eventSourceARN: "arn:aws:dynamodb:eu-central-1:123456789012:table/Registrations/stream/2027",
    })),
  };
}
