import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A part of the network, as a file for another program." })
export class NetworkFile {
  @Field(() => String, { description: "What to call it, such as `network.graphml`." })
  name!: string;

  @Field(() => String, { description: "Its media type, such as `text/csv`." })
  mediaType!: string;

  @Field(() => String, {
    description:
      "All that is in it, to be kept as UTF-8. It holds the nodes and edges of the answer that it stands in, and nothing else.",
  })
  text!: string;
}
