#!/usr/bin/env bash
# Installs the Debian packages that Crivo needs and that are missing; says which, and why. Nothing happens when all are there.
set -euo pipefail

wanted=(
  "libicu-dev:segmentation and character properties"
  "libhunspell-dev:the authority on spelling"
  "libmd4c-dev:Markdown"
  "libsimdjson-dev:reading JSON"
  "libfyaml-dev:reading crivo.yml"
  "zlib1g-dev:gzip input"
  "libzstd-dev:Zstandard input"
  "libmd-dev:SHA-256 for manifests"
  "pkg-config:finds the libraries"
  "make:runs the targets"
  "hunspell-pt-br:Brazilian dictionary"
  "hunspell-pt-pt:European dictionary"
  "hunspell-en-us:American dictionary"
  "hunspell-en-gb:British dictionary"
)
if [ "${1:-}" = test ]; then
  wanted+=(
    "python3:validates the outputs"
    "python3-venv:holds the validators' packages"
    "hunspell:the peer in the benchmark"
    "zstd:makes test inputs"
  )
fi

missing=()
for entry in "${wanted[@]}"; do
  package=${entry%%:*}
  if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
    missing+=("$package")
    printf 'missing: %-18s %s\n' "$package" "${entry#*:}"
  fi
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: every Debian package is installed"
else
  run=""
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null; then run=sudo; else
      echo "setup: run as root or install sudo, then: apt-get install ${missing[*]}" >&2
      exit 2
    fi
  fi
  echo "setup: installing ${missing[*]}"
  $run apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
    echo "setup: apt-get could not install ${missing[*]}; check the network and the package sources" >&2
    exit 2
  }
fi
if ! command -v swift >/dev/null; then
  echo "setup: Swift 6.2 or later must be on the PATH (https://swift.org/install)" >&2
  exit 2
fi
