import { connectionOf } from "@convene/shared/connection/connection";
import { Field, Int, ObjectType } from "type-graphql";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { MOST_WORDS } from "./organisation-facets.repository.ts";

export const FoundOrganisationConnection = connectionOf(() => OrganisationStub, {
  name: "FoundOrganisation",
  foreign: true,
});

@ObjectType({ description: "One value of a facet, and how many of the found hold it." })
export class FacetValue {
  @Field(() => String, {
    description: "A code, a number, a word, or the id of a group or network.",
  })
  value!: string;

  @Field(() => Int, { description: "How many of the found, that the viewer may see, hold it." })
  count!: number;
}

const BY_COUNT = "The most frequent first.";
const UP_TO_MOST = `The ${String(MOST_WORDS)} most frequent, the most frequent first.`;

@ObjectType({
  description:
    "For every facet, how many of the found organisations hold each value. What none holds is left out.",
})
export class OrganisationFacets {
  @Field(() => [FacetValue], { description: `GCM objectives, 1 to 23. ${BY_COUNT}` })
  objectives!: FacetValue[];

  @Field(() => [FacetValue], { description: `Countries of work, alpha-2. ${BY_COUNT}` })
  countries!: FacetValue[];

  @Field(() => [FacetValue], { description: `First-level areas of work. ${UP_TO_MOST}` })
  areas!: FacetValue[];

  @Field(() => [FacetValue], { description: `Stakeholder categories. ${BY_COUNT}` })
  categories!: FacetValue[];

  @Field(() => [FacetValue], { description: `Sectors, in their own words. ${UP_TO_MOST}` })
  sectors!: FacetValue[];

  @Field(() => [FacetValue], { description: `Working languages, BCP 47. ${BY_COUNT}` })
  languages!: FacetValue[];

  @Field(() => [FacetValue], { description: `What they look for. ${UP_TO_MOST}` })
  needs!: FacetValue[];

  @Field(() => [FacetValue], { description: `What they have to give. ${UP_TO_MOST}` })
  offers!: FacetValue[];

  @Field(() => [FacetValue], { description: `Ids of networks the viewer may see. ${BY_COUNT}` })
  networks!: FacetValue[];

  @Field(() => [FacetValue], { description: `Ids of groups the viewer may see. ${BY_COUNT}` })
  workingGroups!: FacetValue[];
}
