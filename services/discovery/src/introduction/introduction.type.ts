import { Field, ObjectType } from "type-graphql";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { TieKind } from "../tie/tie.enum.ts";

@ObjectType({ description: "One step of an introduction: who could introduce whom, and why." })
class IntroductionStep {
  @Field(() => OrganisationStub, {
    nullable: true,
    description: "Who knows the next one. Null where it has gone since.",
  })
  from!: OrganisationStub | null;

  @Field(() => OrganisationStub, {
    nullable: true,
    description: "The next one. Null where it has gone since.",
  })
  to!: OrganisationStub | null;

  @Field(() => TieKind, { description: "What ties the two." })
  kind!: TieKind;

  @Field(() => String, { description: "The same in words, English." })
  reason!: string;
}

@ObjectType({
  description: "A way to get to know an organisation over others, through ties of today.",
})
export class Introduction {
  @Field(() => [IntroductionStep], {
    description: "From the one that asks to the one that is sought: three at most.",
  })
  steps!: IntroductionStep[];
}
