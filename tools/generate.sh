#!/bin/sh
# Trunk's post_build hook: the generator takes the client that Trunk has staged, and puts the portal in its place.
# GENERATOR names one that is built already.
set -eu
if [ -n "${GENERATOR:-}" ]; then
    set -- "$GENERATOR"
elif [ "$TRUNK_PROFILE" = release ]; then
    set -- cargo run --quiet --locked --release --
else
    set -- cargo run --quiet --locked --
fi
exec "$@" build --client "$TRUNK_STAGING_DIR" --out "$TRUNK_STAGING_DIR"
