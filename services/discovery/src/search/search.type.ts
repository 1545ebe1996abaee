import { connectionOf } from "@convene/shared/connection/connection";
import { DateTimeScalar } from "@convene/shared/scalars";
import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import { MeetingStub } from "../meeting/meeting.stub.ts";
import { MeetingSeriesStub } from "../meeting-series/meeting-series.stub.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { FacetValue } from "../organisation-search/organisation-search.type.ts";
import { PracticeStub } from "../practice/practice.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { FoundType } from "./search.enum.ts";

export const FoundThing = createUnionType({
  name: "FoundThing",
  description: "A thing that one search finds.",
  types: () =>
    [OrganisationStub, PracticeStub, WorkingGroupStub, MeetingStub, MeetingSeriesStub] as const,
});

@ObjectType({ description: "One thing that was found, and of what type it is." })
export class SearchHit {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => FoundType, { description: "What it is." })
  type!: FoundType;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "The instant by which it is sorted and kept: the start of a meeting, the publication of a practice, midnight UTC of the day on which an organisation's record was last confirmed. Null for what has none.",
  })
  date!: Date | null;
}

export const SearchHitConnection = connectionOf(() => SearchHit, { name: "SearchHit" });

const BY_COUNT = "The most frequent first.";

@ObjectType({
  description:
    "For every facet, how many of the found things hold each value. What none holds is left out.",
})
export class SearchFacets {
  @Field(() => [FacetValue], { description: `Names of \`FoundType\`. ${BY_COUNT}` })
  types!: FacetValue[];

  @Field(() => [FacetValue], { description: `GCM objectives, 1 to 23. ${BY_COUNT}` })
  objectives!: FacetValue[];

  @Field(() => [FacetValue], { description: `Countries, alpha-2. ${BY_COUNT}` })
  countries!: FacetValue[];

  @Field(() => [FacetValue], { description: `Languages, BCP 47. ${BY_COUNT}` })
  languages!: FacetValue[];

  @Field(() => [FacetValue], { description: `Ids of networks the viewer may see. ${BY_COUNT}` })
  networks!: FacetValue[];

  @Field(() => [FacetValue], { description: `Ids of groups the viewer may see. ${BY_COUNT}` })
  workingGroups!: FacetValue[];

  @Field(() => [FacetValue], { description: `Years of \`date\`, in UTC. ${BY_COUNT}` })
  years!: FacetValue[];
}
