//! Makes the JavaScript glue of a WebAssembly module: the same files as `wasm-bindgen MODULE --target bundler --out-dir DIRECTORY
//! --out-name NAME`.
//! Usage: `seam-edge-bindgen MODULE DIRECTORY NAME`. Knows nothing of what becomes of the glue: that is in `scripts/build/`.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, directory, name] = arguments.as_slice() else {
        eprintln!("usage: seam-edge-bindgen MODULE DIRECTORY NAME");
        return ExitCode::FAILURE;
    };
    let made = Bindgen::new()
        .input_path(module)
        .out_name(name)
        .typescript(true)
        .generate(directory);
    if let Err(error) = made {
        eprintln!("error: {error:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
