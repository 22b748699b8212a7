<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>CentralCheckpointCommand</name>
        <message numerus="yes">
            <source>Signed: the ends of %n chain(s). Keep %1 away from the store.</source>
            <translation>
                <numerusform>Signed: the end of %n chain. Keep %1 away from the store.</numerusform>
                <numerusform>Signed: the ends of %n chains. Keep %1 away from the store.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeviceCommand</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n persons</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FreezeGuard</name>
        <message numerus="yes">
            <source>Data of %n person(s) is frozen by open requests and may not be given out, and a copy can't leave them out. Nothing was written. Close those requests first.</source>
            <translation>
                <numerusform>Data of %n person is frozen by open requests and may not be given out, and a copy can't leave them out. Nothing was written. Close those requests first.</numerusform>
                <numerusform>Data of %n people is frozen by open requests and may not be given out, and a copy can't leave them out. Nothing was written. Close those requests first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeImportCommand</name>
        <message numerus="yes">
            <source>%n chapter(s)</source>
            <translation>
                <numerusform>%n chapter</numerusform>
                <numerusform>%n chapters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n table(s)</source>
            <translation>
                <numerusform>%n table</numerusform>
                <numerusform>%n tables</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RequestTimeline</name>
        <message numerus="yes">
            <source>Extended by %n day(s).</source>
            <translation>
                <numerusform>Extended by %n day.</numerusform>
                <numerusform>Extended by %n days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RequestViewing</name>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translation>
                <numerusform>%n request</numerusform>
                <numerusform>%n requests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RequestWords</name>
        <message numerus="yes">
            <source>Was due %1, %n days late</source>
            <translation>
                <numerusform>Was due %1, %n day late</numerusform>
                <numerusform>Was due %1, %n days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Due %1, %n days left</source>
            <translation>
                <numerusform>Due %1, %n day left</numerusform>
                <numerusform>Due %1, %n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n requests</source>
            <translation>
                <numerusform>%n request</numerusform>
                <numerusform>%n requests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScriptCheckCommand</name>
        <message numerus="yes">
            <source>%n fault(s): the script can't be published.</source>
            <translation>
                <numerusform>%n fault: the script can't be published.</numerusform>
                <numerusform>%n faults: the script can't be published.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScriptPublishCommand</name>
        <message numerus="yes">
            <source>%n clause(s)</source>
            <translation>
                <numerusform>%n clause</numerusform>
                <numerusform>%n clauses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatutoryClock</name>
        <message numerus="yes">
            <source>%n calendar day(s)</source>
            <translation>
                <numerusform>%n calendar day</numerusform>
                <numerusform>%n calendar days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s)</source>
            <translation>
                <numerusform>%n working day</numerusform>
                <numerusform>%n working days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncWords</name>
        <message numerus="yes">
            <source>%n record(s) wait, the oldest since %1.</source>
            <translation>
                <numerusform>%n record waits, since %1.</numerusform>
                <numerusform>%n records wait, the oldest since %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskRecovery</name>
        <message numerus="yes">
            <source>Part of the data on this PC was damaged. %n record(s) were recovered, and the damaged file was set aside.</source>
            <translation>
                <numerusform>Part of the data on this PC was damaged. %n record was recovered, and the damaged file was set aside.</numerusform>
                <numerusform>Part of the data on this PC was damaged. %n records were recovered, and the damaged file was set aside.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) could not be recovered. Tell your administrator.</source>
            <translation>
                <numerusform>%n record could not be recovered. Tell your administrator.</numerusform>
                <numerusform>%n records could not be recovered. Tell your administrator.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CentralLookUp</name>
        <message numerus="yes">
            <source>%n people fetched from the central store.</source>
            <translation>
                <numerusform>%n person fetched from the central store.</numerusform>
                <numerusform>%n people fetched from the central store.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::FollowPage</name>
        <message numerus="yes">
            <source>To be told: %n outcomes</source>
            <translation>
                <numerusform>To be told: %n outcome</numerusform>
                <numerusform>To be told: %n outcomes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To be asked again: the first %n people</source>
            <translation>
                <numerusform>To be asked again: the first person</numerusform>
                <numerusform>To be asked again: the first %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To be asked again: %n people</source>
            <translation>
                <numerusform>To be asked again: %n person</numerusform>
                <numerusform>To be asked again: %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n outcomes noted as told: %1.</source>
            <translation>
                <numerusform>%n outcome noted as told: %1.</numerusform>
                <numerusform>%n outcomes noted as told: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people: %1. Saved.</source>
            <translation>
                <numerusform>%n person: %1. Saved.</numerusform>
                <numerusform>%n people: %1. Saved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are in %1.</source>
            <translation>
                <numerusform>%n person is in %1.</numerusform>
                <numerusform>%n people are in %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MergePanel</name>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>%n pair</numerusform>
                <numerusform>%n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n contact</numerusform>
                <numerusform>%n contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ResultsModel</name>
        <message numerus="yes">
            <source>in %n days</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SubjectInspector</name>
        <message numerus="yes">
            <source>%n outcomes of answers about advertising are still to be told.</source>
            <translation>
                <numerusform>%n outcome of an answer about advertising is still to be told.</numerusform>
                <numerusform>%n outcomes of answers about advertising are still to be told.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>One person under %n registrations</source>
            <translation>
                <numerusform>One person under %n registration</numerusform>
                <numerusform>One person under %n registrations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registration(s) look like this person: F4 to compare</source>
            <translation>
                <numerusform>%n registration looks like this person: F4 to compare</numerusform>
                <numerusform>%n registrations look like this person: F4 to compare</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registration(s) look like this person. Tell your supervisor.</source>
            <translation>
                <numerusform>%n registration looks like this person. Tell your supervisor.</numerusform>
                <numerusform>%n registrations look like this person. Tell your supervisor.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SubjectsPage</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The best %n matches</source>
            <translation>
                <numerusform>The best match</numerusform>
                <numerusform>The best %n matches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::TroubleModel</name>
        <message numerus="yes">
            <source>%n times</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::vault::VaultCheck</name>
        <message numerus="yes">
            <source>%n page(s) do not verify, the first is page %1.</source>
            <translation>
                <numerusform>%n page does not verify: page %1.</numerusform>
                <numerusform>%n pages do not verify, the first is page %1.</numerusform>
            </translation>
        </message>
    </context>
</TS>
