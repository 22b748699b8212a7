# What is installed, and the Debian package: `cmake --build --preset release && cpack --config build/release/CPackConfig.cmake`
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # packing packs what was built; it does not build

foreach(program consentdesk consentdesk-admin)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()

if(UNIX AND NOT APPLE)
    find_program(GZIP_PROGRAM gzip REQUIRED)
    set(packed ${CMAKE_BINARY_DIR}/packed)
    file(MAKE_DIRECTORY ${packed})
    function(consent_install_packed source name destination)
        add_custom_command(OUTPUT ${packed}/${name}.gz DEPENDS ${source} VERBATIM
            COMMAND sh -c "exec \"$0\" -9nc \"$1\" >\"$2\"" ${GZIP_PROGRAM} ${source} ${packed}/${name}.gz)
        add_custom_target(packed_${name} ALL DEPENDS ${packed}/${name}.gz)
        install(FILES ${packed}/${name}.gz DESTINATION ${destination})
    endfunction()
    foreach(program consentdesk consentdesk-admin)
        if(TARGET ${program})
            consent_install_packed(${CMAKE_SOURCE_DIR}/installer/debian/${program}.1 ${program}.1 ${CMAKE_INSTALL_MANDIR}/man1)
        endif()
    endforeach()
    consent_install_packed(${CMAKE_SOURCE_DIR}/installer/debian/changelog changelog.Debian
        ${CMAKE_INSTALL_DATADIR}/doc/consentdesk)
    install(FILES ${CMAKE_SOURCE_DIR}/installer/debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/consentdesk)
    install(FILES ${CMAKE_SOURCE_DIR}/installer/debian/lintian-overrides RENAME consentdesk
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME consentdesk)
set(CPACK_PACKAGE_VENDOR "Consent Desk")
set(CPACK_PACKAGE_CONTACT "Consent Desk maintainers <info@thankscrm.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "capture, prove and honour privacy consent")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://thankscrm.com/")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded at run time, so that the tool above can't see it.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6sql6-psql, libsecret-1-0, qt6-translations-l10n, fonts-nanum")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager")
string(CONCAT CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Guides an agent through a consent call clause by clause, records each\n"
    "answer as a signed event on an encrypted disk, and shows what was consented\n"
    "to, by whom and when. One PC needs nothing else.\n"
    ".\n"
    "Includes consentdesk-admin, the administrator's command line.")
include(CPack)
