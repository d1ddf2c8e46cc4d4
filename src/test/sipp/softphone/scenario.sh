# A real softphone (baresip) signs in with a device password over TCP, is called, and is out within 5 s of
# the password's revocation.
#
#   baresip          edge          core          alice
#     | REGISTER      |             |              |
#     |<----------------------- 200 |              |   journal: device.registered
#     |<--------------------- INVITE|<------ INVITE|
#     | 180, 200 (answers by itself)|              |   journal: call.answered, call.ended
#         (revoked)                                    journal: device.gone, disabled
name=soft-$RANDOM$RANDOM password=not-a-secret
ha1=$(printf '%s:%s:%s' "$name" "$DOMAIN" "$password" | md5sum | cut -d' ' -f1)
sql <<<"INSERT INTO sip_device (account_id, label, auth_user, ha1, created_at, updated_at)
  SELECT id, 'softphone', '$name', '$ha1', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM account WHERE username = 'bob'"
wait_until 50 kamailio_knows device "$name"

free_port; softphone=$PORT
free_port; alice=$PORT
folder=$LOGS/softphone
mkdir -p "$folder"
cat >"$folder/config" <<END
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module_tmp account.so
module_app menu.so
sip_listen $HOST:$softphone
audio_source aufile,$folder/silence.wav
audio_player aufile,$folder/heard.wav
END
printf '<sip:bob@%s;transport=tcp>;auth_user=%s;auth_pass=%s;outbound="sip:%s:%s;transport=tcp";regint=60;answermode=auto;audio_codecs=pcmu\n' \
  "$DOMAIN" "$name" "$password" "$HOST" "$SIP_PORT" >"$folder/accounts"
: >"$folder/contacts"
# An eighth of a second of silence: what a microphone would give.
{ printf 'RIFF\xf4\x07\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data\xd0\x07\x00\x00'
  head -c 2000 /dev/zero; } >"$folder/silence.wav"
background baresip -f "$folder" </dev/null >"$folder/screen" 2>&1
journal "device.registered tcp baresip*" "kind, transport, user_agent" "kind = 'device.registered' AND from_user = 'bob'"

credential alice
play ../call-elsewhere/caller.xml alice "$alice" "${AUTH[@]}"
journal "call.answered bob / call.ended bob" "kind, to_user" "kind IN ('call.answered', 'call.ended')"

sql <<<"UPDATE sip_device SET revoked_at = UTC_TIMESTAMP(6), updated_at = UTC_TIMESTAMP(6) WHERE auth_user = '$name'"
journal "disabled" "detail" "kind = 'device.gone' AND from_user = 'bob'"
