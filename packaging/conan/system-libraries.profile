# For conan create --profile:all packaging/conan/system-libraries.profile: builds with the Boost and OpenSSL of the
# system, so that nothing is downloaded.
include(default)

[settings]
compiler.cppstd=20

[platform_requires]
boost/1.81.0
openssl/3.0.0
