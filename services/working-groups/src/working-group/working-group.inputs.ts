import { Audience } from "@convene/shared/audience";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  enumFacetFilter,
  NumberFacetFilter,
  type SingleFacetFilter,
  SingleIdFacetFilter,
  SingleTextFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { CharterNeedInput } from "../charter-need/charter-need.inputs.ts";
import { JoinQuestionInput } from "@convene/shared/join-request/join-question.inputs";
import { WorkingGroupState } from "./working-group.enum.ts";

const NUMBERS = "Numbers of the Compact's objectives, 1 to 23.";
const CODE =
  "Its short name, such as `TWG-4`, at most 40 characters; one of a kind in its network.";

const WorkingGroupStateFacetFilter = enumFacetFilter(
  () => WorkingGroupState,
  "WorkingGroupStateFacetFilter",
);

@InputType({ description: "Which working groups: all that match every part given." })
export class WorkingGroupFilter {
  @Field(() => WorkingGroupStateFacetFilter, { nullable: true, description: "By state." })
  states?: SingleFacetFilter<WorkingGroupState> | null;

  @Field(() => NumberFacetFilter, {
    nullable: true,
    description: "By objectives of the Compact, 1 to 23.",
  })
  objectives?: NumberFacetFilter | null;

  @Field(() => SingleIdFacetFilter, {
    nullable: true,
    description: "By network. In one that is hidden from the viewer no group stands.",
  })
  networks?: SingleIdFacetFilter | null;

  @Field(() => SingleTextFacetFilter, {
    nullable: true,
    description: "By code, upper and lower case alike.",
  })
  codes?: SingleTextFacetFilter | null;
}

@ArgsType()
export class WorkingGroupsArgs extends ConnectionArgs {
  @Field(() => WorkingGroupFilter, {
    nullable: true,
    description: "Which; all that the viewer may see unless told.",
  })
  filter?: WorkingGroupFilter | null;
}

@InputType({ description: "A new working group." })
export class CreateWorkingGroupInput extends MutationInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: "Its name, at most 300 characters." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  description?: string | null;

  @Field(() => String, { nullable: true, description: "The label of its workplan." })
  workplan?: string | null;

  @Field(() => [Int], { description: NUMBERS })
  objectives: number[] = [];

  @Field(() => [CharterNeedInput], {
    nullable: true,
    description: "Whom its charter asks for, at most 30.",
  })
  needs?: CharterNeedInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "The network whose group it is, for good; null for the platform's own.",
  })
  network?: string | null;

  @Field(() => Audience, { defaultValue: Audience.PUBLIC, description: "Who may see it." })
  audience: Audience = Audience.PUBLIC;

  @Field(() => WorkingGroupState, {
    defaultValue: WorkingGroupState.PROPOSED,
    description: "`PROPOSED` or `CHARTERED`; the others are reached by `changeWorkingGroupState`.",
  })
  state: WorkingGroupState = WorkingGroupState.PROPOSED;
}

@InputType({ description: "Changes to a working group; what is left out stays as it is." })
export class UpdateWorkingGroupInput extends MutationInput {
  @Field(() => ID, { description: "Which group." })
  id!: string;

  @Field(() => String, { nullable: true, description: CODE })
  code?: string | null;

  @Field(() => String, { nullable: true, description: "Its name, at most 300 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for; null takes it away." })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The label of its workplan; null takes it away.",
  })
  workplan?: string | null;

  @Field(() => [Int], { nullable: true, description: `${NUMBERS} They replace those of before.` })
  objectives?: number[] | null;

  @Field(() => [CharterNeedInput], {
    nullable: true,
    description:
      "Whom its charter asks for, at most 30. They replace those of before. CONFLICT (`needs`) once a charter was adopted: then by `adoptCharter`.",
  })
  needs?: CharterNeedInput[] | null;

  @Field(() => [JoinQuestionInput], {
    nullable: true,
    description:
      "What it asks of an organisation that wants to join it, at most 20. They replace those of before.",
  })
  joinQuestions?: JoinQuestionInput[] | null;

  @Field(() => Audience, { nullable: true, description: "Who may see it." })
  audience?: Audience | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the group that was seen. When it has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "A step in a working group's life." })
export class ChangeWorkingGroupStateInput extends MutationInput {
  @Field(() => ID, { description: "Which group." })
  id!: string;

  @Field(() => WorkingGroupState, { description: "One of its `viewerStateChoices`." })
  state!: WorkingGroupState;

  @Field(() => String, {
    nullable: true,
    description: "Why; at most 2,000 characters. Whoever sees the group sees it.",
  })
  reason?: string | null;
}
