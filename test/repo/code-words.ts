import ts from 'typescript';
import { read, repositoryFiles } from './tree.ts';
import { wordFiles } from './words.ts';

/** A key that code asks for: `fields.*.hint` where a part is known only when it runs. */
export interface UsedKey {
  /** Files of words where it may be, without `.json`. */
  files: readonly string[];
  key: string;
  /** Where it is asked for. */
  at: string;
  /** The text goes through `<Plain>`: its terms are explained where they stand. */
  isGlossed: boolean;
}

/** Whether a key is one of those that `pattern` stands for. */
export function matches(pattern: string, key: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(key);
}

const claimFiles = wordFiles('zh-CN').filter((file) => /^claims(\/|$)/.test(file));
/** Hooks and types that hand on a `t` of files which their own name does not tell. */
const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  useClaimWords: claimFiles,
  ClaimWords: claimFiles,
  useStaffWords: ['staff'],
  StaffWords: ['staff'],
};

/** The key that an expression gives, each `${…}` and each variable that cannot be followed as `*`. */
function keysOf(node: ts.Expression, consts: ReadonlyMap<string, ts.Expression>): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression, consts);
  if (ts.isConditionalExpression(node))
    return [...keysOf(node.whenTrue, consts), ...keysOf(node.whenFalse, consts)];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (heads, span) =>
        heads.flatMap((head) =>
          keysOf(span.expression, consts).map((key) => `${head}${key}${span.literal.text}`),
        ),
      [node.head.text],
    );
  }
  if (ts.isIdentifier(node)) {
    const value = consts.get(node.text);
    return value ? keysOf(value, consts) : ['*'];
  }
  return ['*'];
}

/** Which files of words a name of a source file speaks for: `t` of `const { t } = useWords('status')`. */
function speakersOf(source: ts.SourceFile): Map<string, Set<string>> {
  const speakers = new Map<string, Set<string>>();
  const add = (name: string, files: readonly string[]) =>
    speakers.set(name, new Set([...(speakers.get(name) ?? []), ...files]));
  const addPattern = (name: ts.BindingName, files: readonly string[]) => {
    if (ts.isIdentifier(name)) {
      add(`${name.text}.t`, files);
      return;
    }
    for (const element of name.elements) {
      if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name)) continue;
      const from = element.propertyName ?? element.name;
      if (ts.isIdentifier(from) && from.text === 't') add(element.name.text, files);
      else if (ts.isIdentifier(from) && from.text === 'words') add('words.t', files);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const { initializer } = node;
      if (ts.isCallExpression(initializer) && ts.isIdentifier(initializer.expression)) {
        const [ns] = initializer.arguments;
        if (initializer.expression.text === 'useWords' && ns && ts.isStringLiteralLike(ns))
          addPattern(node.name, [ns.text]);
        else addPattern(node.name, BY_NAME[initializer.expression.text] ?? []);
      } else if (ts.isIdentifier(initializer) && initializer.text === 'words')
        addPattern(node.name, [...(speakers.get('words.t') ?? claimFiles)]);
    }
    if (ts.isParameter(node) && node.type && ts.isTypeReferenceNode(node.type)) {
      const files = BY_NAME[node.type.typeName.getText(source)];
      if (files) addPattern(node.name, files);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return speakers;
}

const glossedBy = (call: ts.Node): boolean => {
  const expression = call.parent;
  const attribute = expression?.parent;
  const element = attribute?.parent.parent;
  return (
    ts.isJsxExpression(expression) &&
    attribute !== undefined &&
    ts.isJsxAttribute(attribute) &&
    element !== undefined &&
    ts.isJsxSelfClosingElement(element) &&
    element.tagName.getText() === 'Plain'
  );
};

function usedIn(file: string): UsedKey[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, kind);
  const speakers = speakersOf(source);
  const consts = new Map<string, ts.Expression>();
  const used: UsedKey[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      if (ts.isStringLiteralLike(node.initializer) || ts.isTemplateExpression(node.initializer))
        consts.set(node.name.text, node.initializer);
    }
    if (ts.isCallExpression(node)) {
      const files = speakers.get(node.expression.getText(source));
      const [key] = node.arguments;
      if (files && files.size > 0 && key) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const at = `${file}:${line}`;
        for (const found of keysOf(key, consts))
          used.push({ files: [...files], key: found, at, isGlossed: glossedBy(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used;
}

/** Every key that the browser's code asks `useWords` for, as far as reading the code can tell. */
export function usedKeys(): UsedKey[] {
  return repositoryFiles()
    .filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.(test|examples)\.tsx?$/.test(file))
    .flatMap(usedIn);
}
