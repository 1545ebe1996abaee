import tseslint from "typescript-eslint";

/** How things are written everywhere. */
const FORM = [
  {
    selector:
      "Decorator > CallExpression[callee.name=/^(Field|Query|Mutation|FieldResolver|Arg|Column|PrimaryColumn|Subscription)$/]:not(:has(> ArrowFunctionExpression, > Literal, > ObjectExpression))",
    message: "Every decorator names its type.",
  },
  {
    selector: "ExportAllDeclaration",
    message: "No barrels: import the file that holds the thing.",
  },
];

const STATEMENT =
  "CallExpression[callee.property.name=/^(query|(and|or)?[wW]here|(and|or)?[hH]aving)$/]";
const message =
  "A statement is one text, or made by sql`…`, which hands every value over as a parameter.";

/** What a client sent never becomes a part of a statement. */
const STATEMENTS = [
  {
    selector: `${STATEMENT}[arguments.0.type="TemplateLiteral"][arguments.0.expressions.length>0]`,
    message,
  },
  { selector: `${STATEMENT}[arguments.0.type="BinaryExpression"]`, message },
  { selector: 'CallExpression[callee.name="raw"][arguments.0.type="BinaryExpression"]', message },
];

export default tseslint.config(
  { ignores: ["**/*.cjs", "**/*.mjs", ".data/", "coverage/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "max-lines": ["error", { max: 200, skipComments: true, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
      "max-params": ["error", 3],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "The environment is parsed once, in config.ts.",
        },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "typeorm",
              importNames: ["OneToMany", "ManyToMany"],
              message: "The child points to its parent by an id; lists are loaders.",
            },
          ],
        },
      ],
      "no-restricted-syntax": ["error", ...FORM],
    },
  },
  {
    files: ["services/**/*.ts", "gateway/**/*.ts"],
    // Nobody's words come into a migration.
    ignores: ["**/*.test.ts", "**/test/**", "**/migrations/**"],
    rules: { "no-restricted-syntax": ["error", ...FORM, ...STATEMENTS] },
  },
  {
    files: ["**/*.resolver.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "ClassBody > MethodDefinition[kind='method'] > FunctionExpression > BlockStatement:not([body.length=1])",
          message: "A resolver method is one return.",
        },
        {
          selector:
            "ClassBody > MethodDefinition[kind='method'] > FunctionExpression > BlockStatement > :not(ReturnStatement)",
          message: "A resolver method is one return.",
        },
      ],
    },
  },
  {
    files: ["**/config.ts", "bench/**/*.ts"],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["**/*.test.ts", "**/test/**/*.ts", "**/stories/**/*.ts", "**/e2e/**/*.ts"],
    rules: {
      "no-restricted-properties": "off",
      "max-lines": ["error", { max: 300, skipComments: true, skipBlankLines: true }],
      "max-lines-per-function": "off",
      // A test knows what it asked of the graph; the answer has no type.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // TypeORM wants a default-free class, and its SQL is one long method.
    files: ["**/migrations/*.ts"],
    rules: { "max-lines-per-function": "off", "max-lines": "off" },
  },
);
