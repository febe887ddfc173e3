// What packages export by their declarations: names, whether each is a value, and whether one package's type can be used as
// another's. Reads with TypeScript, runs nothing of the packages.
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../types/declarations.ts', import.meta.url))

/** @param {Record<string, string | undefined>} packages - Specifiers; with a file where the package is not in node_modules. */
export const readDeclarations = (packages) => {
  const specifiers = Object.keys(packages)
  const paths = Object.fromEntries(
    Object.entries(packages).flatMap(([specifier, file]) =>
      file === undefined ? [] : [[specifier, [file]]],
    ),
  )
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
    noEmit: true,
    paths,
  }
  const host = ts.createCompilerHost(options)
  const text = specifiers.map((specifier) => `export * as x from '${specifier}'\n`).join('')
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (file, as, ...rest) =>
    file === root ? ts.createSourceFile(file, text, as, true) : getSourceFile.call(host, file, as, ...rest)
  host.fileExists = (file) => file === root || fileExists.call(host, file)

  const temporal = fileURLToPath(new URL('../types/temporal.d.ts', import.meta.url))
  const program = ts.createProgram([root, temporal], options, host)
  const checker = program.getTypeChecker()
  const { statements } = program.getSourceFile(root)
  const exports = statements.map(({ moduleSpecifier }) => {
    const module = checker.getSymbolAtLocation(moduleSpecifier)
    if (module === undefined) throw new Error(`no declarations of \`${moduleSpecifier.text}\``)
    return new Map(
      checker.getExportsOfModule(module).map((exported) => {
        const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
        const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0
        return [exported.name, { isValue, file: symbol.declarations[0].getSourceFile().fileName, symbol }]
      }),
    )
  })
  /** Whether a type can be used as another; undefined where one is none, is a class, or has type parameters. */
  const fits = (from, to) => {
    if (![from, to].every(isPlainType)) return undefined
    const [source, target] = [from, to].map(({ symbol }) => checker.getDeclaredTypeOfSymbol(symbol))
    return isClass(source) ? undefined : checker.isTypeAssignableTo(source, target)
  }
  const isClass = (type) => ((type.symbol?.flags ?? 0) & ts.SymbolFlags.Class) !== 0
  return {
    exports: Object.fromEntries(specifiers.map((specifier, index) => [specifier, exports[index]])),
    fits,
  }
}

const isPlainType = ({ symbol }) =>
  (symbol.flags & ts.SymbolFlags.Type) !== 0 &&
  !symbol.declarations.some(({ typeParameters }) => typeParameters !== undefined)
