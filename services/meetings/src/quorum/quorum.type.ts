import { Personal } from "@convene/shared/audit/personal";
import { Field, Int, ObjectType } from "type-graphql";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import { SatAs } from "../attendance/sat-as.enum.ts";
import { QuorumBasis } from "./quorum.enum.ts";

const whoSits = ({ personId }: Pick<SeatAttendance, "personId">): string | null => personId;

@ObjectType({ description: "How many a quorum asks for of a constituency or a region." })
export class MeetingQuorumNeed {
  @Field(() => String, { description: "What the charter calls it." })
  label!: string;

  @Field(() => Int, { description: "How many organisations it asks for." })
  required!: number;

  @Field(() => Int, { description: "How many count for it now." })
  counted!: number;
}

@ObjectType({
  description:
    "Whether a meeting has the quorum of its group's charter, as that stands when the meeting begins. Organisations count that hold a seat on that day (UTC) as members or co-leads, and that the viewer sees; each once.",
})
export class MeetingQuorum {
  @Field(() => QuorumBasis, { description: "By what it is told." })
  basis!: QuorumBasis;

  @Field(() => Boolean, { description: "Whether the meeting may decide." })
  isMet!: boolean;

  @Field(() => Int, { description: "How many organisations it asks for." })
  required!: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many count now. Null under the Chatham House Rule.",
  })
  counted!: number | null;

  @Field(() => [MeetingQuorumNeed], {
    description:
      "What it asks for of each constituency and region, as the charter does. Empty where it asks for none, and under the Chatham House Rule.",
  })
  needs!: readonly MeetingQuorumNeed[];

  @Field(() => [String], {
    description:
      "What is missing, in English, such as `2 more organisations`. Empty where nothing is, and under the Chatham House Rule.",
  })
  missing!: readonly string[];
}

@ObjectType({
  description:
    "A seat of the group on the day (UTC) of its meeting, and how its organisation stands to it.",
})
export class SeatAttendance {
  seatId!: string;

  organisationId!: string;

  personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For whom the organisation sits, where not for itself.",
  })
  onBehalfOf!: string | null;

  @Field(() => AttendanceStatus, {
    nullable: true,
    description:
      "The best that is recorded for the seat: somebody was there, will come, cannot, was asked. Null: nothing is. Where it was not said for which of several seats of an organisation, it stands at each.",
  })
  @Personal(whoSits)
  status!: AttendanceStatus | null;

  @Field(() => SatAs, {
    nullable: true,
    description: "As what whoever comes sits there. Null where that is not said.",
  })
  @Personal(whoSits)
  satAs!: SatAs | null;
}
