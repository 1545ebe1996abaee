import { CountryCodeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";

@ObjectType({
  description: "A constituency or region that a charter asks for, and for which too few sit.",
})
class MissingParty {
  @Field(() => String, { description: "What the charter calls it." })
  label!: string;

  @Field(() => [String], { description: "Categories of which any will do; empty for all." })
  categories!: string[];

  @Field(() => [CountryCodeScalar], {
    description: "Countries of which any will do; empty for all.",
  })
  countries!: string[];

  @Field(() => Int, { description: "How many organisations the charter asks for." })
  wanted!: number;

  @Field(() => Int, {
    description: "How many of those that the viewer may see are there; fewer than asked for.",
  })
  found!: number;
}

@ObjectType({ description: "Whom a charter asks for, held against who sits there." })
export class Representation {
  @Field(() => WorkingGroupStub, {
    nullable: true,
    description: "The group whose charter it is. Null where it has gone since.",
  })
  group!: WorkingGroupStub | null;

  @Field(() => Int, { description: "How many needs the charter has in all; 0 for none told." })
  needCount!: number;

  @Field(() => [MissingParty], {
    description: "The needs for which too few are there, in the charter's order.",
  })
  missing!: MissingParty[];
}
