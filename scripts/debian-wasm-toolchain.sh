#!/bin/sh
# Makes a Rust toolchain that compiles for wasm32-unknown-unknown where rustup's server cannot be reached: Debian's compiler,
# with the standard library built once from Debian's sources into a private directory. Nothing under /usr is changed.
# usage: debian-wasm-toolchain.sh DIR     The last line printed is the directory to put first on PATH.
set -eu
target=wasm32-unknown-unknown
packages='rustc-web cargo-web rust-web-src'
dir=${1:?usage: debian-wasm-toolchain.sh DIR}

install_packages() {
  if ! command -v apt-get >/dev/null; then
    echo "this machine has no apt-get, so Debian's $* cannot be installed" >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "not root: run \`apt-get install --no-install-recommends $*\` as root, then this command again" >&2
    exit 1
  fi
  apt-get install -y --no-install-recommends "$@" >&2 && return
  # The package lists of a new machine may be missing or old.
  apt-get update >&2
  apt-get install -y --no-install-recommends "$@" >&2
}

if [ ! -x /usr/bin/rustc ] || [ ! -x /usr/bin/cargo ] || [ ! -d /usr/lib/rustlib/src/rust/library ]; then
  # shellcheck disable=SC2086
  install_packages $packages
fi
host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
version=$(/usr/bin/rustc -vV | sed -n 's/^release: //p')
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
sysroot=$dir/debian-$version
lib=$sysroot/lib/rustlib

if [ ! -e "$lib/$target/.complete" ]; then
  rm -rf "$sysroot"
  mkdir -p "$sysroot/bin" "$lib/$host/bin" "$lib/$target/lib"
  ln -s "/usr/lib/rustlib/$host/lib" "$lib/$host/lib"
  ln -s /usr/lib/rustlib/etc "$lib/etc"
  ln -s /usr/lib/rustlib/src "$lib/src"

  # The linker: that of the machine's rustup toolchain, else Debian's.
  rustup_lld=$(rustc --print sysroot 2>/dev/null || true)/lib/rustlib/$host/bin/rust-lld
  if [ ! -x "$rustup_lld" ]; then
    rustup_lld=/usr/lib/llvm-22/bin/lld
    [ -x "$rustup_lld" ] || install_packages lld-22
  fi
  ln -s "$rustup_lld" "$lib/$host/bin/rust-lld"

  # Not a symlink: through one, rustc would find its sysroot back under /usr.
  for program in rustc rustdoc; do
    printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$program" "$sysroot" > "$sysroot/bin/$program"
    chmod +x "$sysroot/bin/$program"
  done
  ln -s /usr/bin/cargo "$sysroot/bin/cargo"

  # An empty crate is enough to have its standard library built. `test` is for `cargo test`, the bitcode for fat LTO.
  work=$(mktemp -d "$dir/std.XXXXXX")
  mkdir "$work/src"
  : > "$work/src/lib.rs"
  printf '[package]\nname="probe"\nversion="0.0.0"\nedition="2021"\n[profile.release]\nopt-level=3\n[workspace]\n' > "$work/Cargo.toml"
  (
    cd "$work"
    env -u CARGO_BUILD_TARGET -u RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP=1 RUSTC="$sysroot/bin/rustc" \
      CARGO_TARGET_DIR="$work/target" RUSTFLAGS=-Cembed-bitcode=yes \
      /usr/bin/cargo build --release --target "$target" -Zbuild-std=std,panic_abort,proc_macro,test >&2
  )
  cp "$work/target/$target"/release/deps/*.rlib "$lib/$target/lib/"
  rm -f "$lib/$target/lib/"libprobe-*
  rm -rf "$work"
  : > "$lib/$target/.complete"
fi
echo "$sysroot/bin"
