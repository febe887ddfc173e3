//! Renders the TypeScript that follows from the registry: `resources.ts` (models), `routes.ts` (parameters, responses, classes),
//! `schemas.ts` (schema data), `validators.ts` (what is exported as `schemas`), `secrets.ts` (which fields are secret) and `codes.ts` (names of texts).
//! Usage: `render OUTPUT_DIRECTORY`. Invents nothing: every line comes from a declaration in `seam-edge`.

mod codes;
mod naming;
mod resources;
mod routes;
mod schemas;
mod secrets;
mod validators;

use std::path::PathBuf;
use std::process::ExitCode;

use seam_edge::api::{NAMESPACES, endpoints};

fn main() -> ExitCode {
    let Some(directory) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: render OUTPUT_DIRECTORY");
        return ExitCode::FAILURE;
    };
    let resources = resources::Resources::collect(&endpoints());
    if !resources.clashes.is_empty() {
        let clashes: Vec<&str> = resources.clashes.iter().copied().collect();
        eprintln!(
            "two different types are called {}: rename one",
            clashes.join(", ")
        );
        return ExitCode::FAILURE;
    }
    let files = [
        ("resources.ts", resources.render()),
        ("routes.ts", routes::render(NAMESPACES, &resources)),
        ("schemas.ts", schemas::render(&endpoints())),
        ("validators.ts", validators::render(&endpoints())),
        ("codes.ts", codes::render()),
        ("secrets.ts", secrets::render(&endpoints())),
    ];
    for (name, text) in files {
        let path = directory.join(name);
        let written = std::fs::create_dir_all(&directory).and_then(|()| std::fs::write(&path, text));
        if let Err(error) = written {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
