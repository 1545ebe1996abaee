import { definitions } from "../runtime/services.ts";
import { freshSchemas } from "./schema-files.ts";

const services = Object.values(definitions);

describe("the committed schemas", () => {
  it("are one for each service, and the supergraph of all", () => {
    const files = freshSchemas(services);
    expect(files.map(({ path }) => path)).toEqual([
      ...services.map(({ name }) => `services/${name}/schema.graphql`).toSorted(),
      "gateway/supergraph.graphql",
    ]);
    for (const { name } of services) expect(files.at(-1)?.text).toContain(`name: "${name}"`);
  });

  it("do not depend on the order in which the services are named", () => {
    expect(freshSchemas(services.toReversed())).toEqual(freshSchemas(services));
  });

  it("are not made of services that do not fit together", () => {
    const again = { ...definitions.stakeholders, name: "again" };
    expect(() => freshSchemas([...services, again])).toThrow(/INVALID_FIELD_SHARING/);
  });
});
