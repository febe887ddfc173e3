/** What wasm-bindgen makes for a module: what the module exports, and how it gets to it. */
type Glue<TExports> = TExports & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
};
/** One instance of a module, with glue of its own. */
export interface Instance<TExports> {
    readonly glue: TExports;
    /** Set once something was thrown out of the module: its memory cannot be trusted any more, so it is never entered again. */
    broken: boolean;
}
/** A module of the package. A plain object: bundlers drop one that is not used, and not all of them one that a class makes. */
export interface WasmModule<TExports> {
    /** Its name, which is also that of the function that it exports. */
    readonly name: string;
    /** How the runtime gets it. */
    load: () => WebAssembly.Module;
    readonly createGlue: () => Glue<TExports>;
    /** The instance that was used last. */
    current?: Instance<TExports>;
}
/** The instance of a module to use now. Compiles and starts one where there is none or the last one is broken. */
export declare const instanceOf: <TExports>(module: WasmModule<TExports>) => Instance<TExports>;
/** Takes a compiled module in place of the package's own, and starts it where none is running. Throws where it is another one. */
export declare const replace: <TExports>(module: WasmModule<TExports>, compiled: WebAssembly.Module) => void;
/**
 * Asks an instance, by the name of what its module exports. What one instance has begun, another does not know: questions about one operation
 * go to the same instance.
 *
 * @throws SeamError where the instance was ended by a fault.
 */
export declare const ask: <TName extends string, T>({ broken, glue }: Instance<Record<TName, (question: string, text: string) => string>>, name: TName, words: readonly (string | number)[], text: string) => T;
/** @throws Error where the runtime cannot run the package at all. */
export declare const requireWebAssembly: () => void;
export {};
