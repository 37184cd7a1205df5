#!/bin/sh
# Trunk's post_build hook: the generator takes the client that Trunk has staged, and puts the portal in its place.
# GENERATOR_PROFILE=dev takes the generator of the tests, which is built already, for the release client too.
set -eu
profile=${GENERATOR_PROFILE:-$TRUNK_PROFILE}
[ "$profile" = release ] && set -- --release
exec cargo run --quiet --locked "$@" -- build --client "$TRUNK_STAGING_DIR" --out "$TRUNK_STAGING_DIR"
