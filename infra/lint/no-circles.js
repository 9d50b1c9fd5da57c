import { relative } from 'node:path';
import ts from 'typescript';
import { circlesIn } from './circles.mjs';

const graphs = new WeakMap(); // one graph per program

const graphOf = (program) => {
  if (!graphs.has(program)) graphs.set(program, readGraph(program));
  return graphs.get(program);
};

const readGraph = (program) => {
  const checker = program.getTypeChecker();
  const targetOf = (specifier) => checker.getSymbolAtLocation(specifier)?.valueDeclaration?.getSourceFile().fileName;
  const ours = program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile);
  const targets = new Map(ours.map((file) => [file.fileName, specifiersIn(file).map(targetOf)]));
  return { targetOf, circle: circlesIn(targets) };
};

const specifiersIn = ({ statements }) =>
  statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .flatMap(({ moduleSpecifier }) => moduleSpecifier ?? []);

/** Forbids circular imports between files; type imports count. */
export const noCircles = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      circle:
        'This import closes a circle: {{circle}}. Files in a circle cannot be understood, tested or loaded one after the other: move the shared code to a separate file.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const { targetOf, circle } = graphOf(program);
    const check = ({ source }) => {
      const target = source && targetOf(esTreeNodeToTSNodeMap.get(source));
      const found = target && circle(context.filename, target);
      if (!found) return;
      const names = [context.filename, ...found].map((file) => relative(context.cwd, file));
      context.report({ node: source, messageId: 'circle', data: { circle: names.join(' → ') } });
    };
    return { ImportDeclaration: check, ExportAllDeclaration: check, ExportNamedDeclaration: check };
  },
};
