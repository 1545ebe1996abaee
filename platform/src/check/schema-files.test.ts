import { Kind, parse, print } from "graphql";
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

  it("say the same of every input that several services have", () => {
    const inputs = freshSchemas(services)
      .filter(({ path }) => path.startsWith("services/"))
      .flatMap(({ text }) => parse(text).definitions)
      .filter((it) => it.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION);
    const ways = new Map<string, Set<string>>();
    for (const input of inputs) {
      const { value: name } = input.name;
      ways.set(name, (ways.get(name) ?? new Set()).add(print(input)));
    }
    expect(inputs.length).toBeGreaterThan(ways.size);
    expect([...ways].filter(([, said]) => said.size > 1).map(([name]) => name)).toEqual([]);
  });

  it("are not made of services that do not fit together", () => {
    const again = { ...definitions.stakeholders, name: "again" };
    expect(() => freshSchemas([...services, again])).toThrow(/INVALID_FIELD_SHARING/);
  });
});
