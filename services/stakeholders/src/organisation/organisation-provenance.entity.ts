import { DateScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import { ProvenanceKind } from "./organisation-provenance.enum.ts";

@ObjectType({ description: "Where a record, or a part of it, comes from." })
export class OrganisationProvenance {
  @Field(() => ProvenanceKind, { description: "How it came here." })
  kind!: ProvenanceKind;

  @Field(() => String, {
    nullable: true,
    description:
      "What the source is called, such as a data set or a file; null where none is told.",
  })
  source!: string | null;

  @Field(() => String, { nullable: true, description: "The source's http or https address." })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Under which licence the source gives it, such as `CC-BY-4.0`.",
  })
  license!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was taken from the source." })
  retrievedOn!: string | null;

  /** The merge that brought it, and takes it away when it is undone. */
  mergeId?: string;
}
